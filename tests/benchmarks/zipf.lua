-- Requests pages as people read them: the n-th most read one 1/n times as often as the first.
-- Arguments: the number of pages, their path, in which %d stands for the number, and of how many
-- the last one is left out.
local requests, upto, sum = {}, {}, 0

init = function(arguments)
  local pages, path, left_out = tonumber(arguments[1]), arguments[2], tonumber(arguments[3])
  for number = 1, pages do
    if number % left_out ~= 0 then
      sum = sum + 1 / number
      table.insert(upto, sum)
      table.insert(requests, wrk.format("GET", string.format(path, number - 1)))
    end
  end
  math.randomseed(1)
end

request = function()
  local wanted, low, high = math.random() * sum, 1, #upto
  while low < high do
    local middle = math.floor((low + high) / 2)
    if upto[middle] < wanted then low = middle + 1 else high = middle end
  end
  return requests[low]
end

dofile("tests/benchmarks/report.lua")

"""What is done with several stories of the list at once.

Nothing here publishes or schedules: whoever does that has the story in front of them.
"""

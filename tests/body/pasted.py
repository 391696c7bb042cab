"""What other programs put on the clipboard, and the body that is to come of it.

The editor in the browser and cleaning on the server each make the same of it.
"""

WORD_ITEM = (
    "<p class=MsoListParagraph style='mso-list:l0 level{level} lfo1'><![if !supportLists]>"
    "<span style='mso-list:Ignore'>{marker}<span style='font:7.0pt \"Times New Roman\"'>&nbsp; "
    "</span></span><![endif]>{words}</p>"
)
ONLINE_ITEM = (
    '<div class="ListContainerWrapper BCX0"><{tag} start="{start}"><li data-listid="{of}"'
    ' data-aria-level="{level}" data-leveltext="%1."><p class="Paragraph BCX0"><span'
    ' class="TextRun"><span class="NormalTextRun">{words}</span></span><span class="EOP">&nbsp;'
    "</span></p></li></{tag}></div>"
)


def _word(*items: tuple[int, str, str]) -> str:
    return "".join(
        WORD_ITEM.format(level=level, marker=marker, words=words) for level, marker, words in items
    )


def _online(tag: str, *items: tuple[int, int, str], of: int = 1) -> str:
    return "".join(
        ONLINE_ITEM.format(tag=tag, start=start, level=level, words=words, of=of)
        for start, level, words in items
    )


PASTED: dict[str, tuple[str, str]] = {
    # Deleted, and commented on
    "strike by the shorthand": (
        'a <span style="text-decoration: underline line-through #f00">gone</span> b',
        "<p>a b</p>",
    ),
    "strike by the longhand": (
        'a <span style="text-decoration-line:line-through">gone</span> b',
        "<p>a b</p>",
    ),
    "strike by Safari": (
        'a <span style="-webkit-text-decoration: line-through">gone</span> b',
        "<p>a b</p>",
    ),
    "strike in capitals": (
        'a <FONT STYLE="TEXT-DECORATION : LINE-THROUGH">gone</FONT> b',
        "<p>a b</p>",
    ),
    "Word's tracked deletion": (
        "<p class=MsoNormal>The <span class=msoDel><del cite='mailto:Ann' datetime='2026-11-27'>"
        "old</del></span><span class=msoIns><ins cite='mailto:Ann'>new</ins></span> word</p>",
        "<p>The new word</p>",
    ),
    "Word Online's tracked deletion": (
        '<p class="Paragraph"><span class="TextRun">The </span><span class="TextRun'
        ' TrackChangeTextDeletion TrackedChange"><span>old </span></span><span class="TextRun'
        ' TrackChangeTextInsertion TrackedChange">new </span><span class="TextRun">word</span></p>',
        "<p>The new word</p>",
    ),
    "Word's comments": (
        "<p>x<span class=MsoCommentReference><span style='font-size:8.0pt'><a"
        " class=msocomanchor id='_anchor_1' href='#_msocom_1'>[A1]</a><span"
        " style='mso-special-character:comment'>&nbsp;</span></span></span></p>"
        "<div style='mso-element:comment-list'><hr class=msocomoff align=left><div"
        " style='mso-element:comment'><div id='_com_1' class=msocomtxt><p"
        " class=MsoCommentText>Really?</p></div></div></div>",
        "<p>x</p>",
    ),
    "LibreOffice's tracked deletion": (
        '<p style="line-height: 100%">The <del title="Removed: Ann">old</del><ins'
        ' title="Inserted: Ann">new</ins> word</p>',
        "<p>The new word</p>",
    ),
    "Google Docs' comments": (
        '<p><span>x</span><sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup><span>y</span></p>'
        '<div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Really?</span></p></div>',
        "<p>xy</p>",
    ),
    # Hidden
    "hidden by its style": (
        '<p>a<span style="display : none">x</span><span style="VISIBILITY:hidden">x</span><span'
        ' style="display:none !important">x</span><span style="visibility:collapse">x</span>b</p>',
        "<p>ab</p>",
    ),
    "shown by its style": (
        '<p>a<span style="display:block-none">b</span><span style="opacity: 0.9">c</span><span'
        ' style="font-size:0.9em">d</span><span style="visibility:visible">e</span></p>',
        "<p>abcde</p>",
    ),
    "for screen readers": (
        '<p>a<span class="sr-only">x</span><span class="Visually-Hidden">x</span><span'
        ' class="screen-reader-text">x</span><span style="position:absolute;width:1px;height:1px;'
        'overflow:hidden;clip:rect(0, 0, 0, 0)">x</span><span'
        ' style="clip-path:inset(50%)">x</span>b</p>',
        "<p>ab</p>",
    ),
    "hidden by an attribute": (
        '<p>a<span hidden>x</span><span aria-hidden="true">›</span>b<span'
        ' aria-hidden="false">c</span></p>',
        "<p>abc</p>",
    ),
    "for other browsers and programs": (
        "<p>a</p><noscript><p>x</p></noscript><template><p>x</p></template><style>x</style>"
        "<script>x</script><select><option>x</option></select><textarea>x</textarea>"
        "<audio>x</audio><canvas>x</canvas><object>x</object><iframe>x</iframe><p>b</p>",
        "<p>a</p>\n<p>b</p>",
    ),
    # Furniture of pages
    "navigation": (
        '<nav><ul><li><a href="/">Home</a></li></ul></nav><div role="navigation">x</div><p>a</p>'
        '<div role="dialog"><p>We use cookies</p></div><div role="button">Share</div>'
        '<div role="toolbar">x</div><p>b<span role="tooltip">x</span></p>',
        "<p>a</p>\n<p>b</p>",
    ),
    "a quotation of a network": (
        '<blockquote class="twitter-tweet"><p>Big news</p>— Xi (@xi) <a'
        ' href="https://twitter.com/xi/status/1">May 1</a></blockquote>',
        '<blockquote><p>Big news</p><p>— Xi (@xi) <a href="https://twitter.com/xi/status/1">May 1'
        "</a></p></blockquote>",
    ),
    "symbols that are pictures": (
        '<p>Well done <img alt="🎉" class="emoji" src="x"><img alt="A boat" src="y"></p>',
        "<p>Well done 🎉</p>",
    ),
    # Lists
    "Word's inner list": (
        _word((1, "·", "a"), (2, "o", "b"), (2, "o", "c"), (3, "§", "d"), (1, "·", "e")),
        "<ul><li><p>a</p><ul><li><p>b</p></li><li><p>c</p><ul><li><p>d</p></li></ul></li></ul>"
        "</li><li><p>e</p></li></ul>",
    ),
    "Word's list of two kinds": (
        _word((1, "1.", "a"), (2, "·", "b"), (1, "2.", "c")),
        "<ol><li><p>a</p><ul><li><p>b</p></li></ul></li><li><p>c</p></li></ol>",
    ),
    "Word's list that begins inside": (
        _word((2, "a)", "a"), (1, "2)", "b")),
        "<ol><li><p>a</p></li><li><p>b</p></li></ol>",
    ),
    "Word's two lists with text between": (
        _word((1, "1.", "a")) + "<p class=MsoNormal>b</p>" + _word((1, "2.", "c")),
        "<ol><li><p>a</p></li></ol>\n<p>b</p>\n<ol><li><p>c</p></li></ol>",
    ),
    "Word Online's list": (
        _online("ul", (1, 1, "a"), (1, 2, "b"), (1, 1, "c")),
        "<ul><li><p>a</p><ul><li><p>b</p></li></ul></li><li><p>c</p></li></ul>",
    ),
    "Word Online's numbers": (
        _online("ol", (1, 1, "a"), (2, 1, "b")) + "<p>c</p>" + _online("ol", (3, 1, "d")),
        "<ol><li><p>a</p></li><li><p>b</p></li></ol>\n<p>c</p>\n<ol><li><p>d</p></li></ol>",
    ),
    "an inner list beside its item": (
        "<ul><li>a</li><ul><li>b</li><ol><li>c</li></ol></ul><li>d</li></ul>",
        "<ul><li><p>a</p><ul><li><p>b</p><ol><li><p>c</p></li></ol></li></ul></li>"
        "<li><p>d</p></li></ul>",
    ),
    "a list's attributes": (
        '<ol start="3" type="a" reversed style="list-style-type:undefined"><li value="9">a</li></ol>',
        "<ol><li><p>a</p></li></ol>",
    ),
    # Letters
    "weights": (
        '<p><span style="font-weight:500">a</span> <span style="font-weight:600">b</span> <b'
        ' style="font-weight:normal">c</b> <b style="font-weight:400">d</b> <span'
        ' style="font-weight:700;font-style:oblique">e</span> <font style="font-weight:bold">f'
        "</font></p>",
        "<p>a <strong>b</strong> c d <strong><em>e</em></strong> <strong>f</strong></p>",
    ),
    "raised letters": (
        '<p>m<span style="vertical-align:super">2</span> n<font style="vertical-align:sub">3</font>'
        ' o<sup style="vertical-align:baseline">4</sup> <i style="vertical-align:super">5</i></p>',
        "<p>m<sup>2</sup> n<sub>3</sub> o<sup>4</sup> <em><sup>5</sup></em></p>",
    ),
    "quotation marks of the browser": ("<p>He said <q>no</q>.</p>", "<p>He said “no”.</p>"),
    "titles of works and names": (
        "<p><cite>Dune</cite> <dfn>a</dfn> <var>b</var> <kbd>c</kbd> <u>d</u> <big>e</big></p>",
        "<p><em>Dune</em> a b c d e</p>",
    ),
    # Spaces and lines
    "soft hyphens and joiners": (
        "<p>Bundes\u00adregierung\ufeff and\u2060 more\u200b words</p>",
        "<p>Bundesregierung and more words</p>",
    ),
    "breaks between words of a script without spaces": (
        "<p>ភាសា\u200bខ្មែរ ไทย\u200bไทย می\u200cکند</p>",
        "<p>ភាសា\u200bខ្មែរ ไทย\u200bไทย می\u200cکند</p>",
    ),
    "runs of unbroken spaces": (
        "<p>&nbsp;&nbsp;&nbsp;One.&nbsp; Two.&nbsp;&nbsp;Three 10&nbsp;km&nbsp;</p>",
        "<p>One. Two. Three 10&nbsp;km</p>",
    ),
    "blank lines": (
        "<p>a<br><br>b<br>c<br>&nbsp;<br>d<br></p>e<br><br><br>f<p><b>g<br><br>h</b></p>",
        "<p>a</p>\n<p>b<br>c</p>\n<p>d</p>\n<p>e</p>\n<p>f</p>\n<p><strong>g</strong></p>\n"
        "<p><strong>h</strong></p>",
    ),
    "lines of a mail": (
        '<div dir="ltr">a<div><br></div><div>b</div><div><br></div><div>c<br>d</div></div>',
        "<p>a</p>\n<p>b</p>\n<p>c<br>d</p>",
    ),
    "lines that are kept": (
        "<pre>a\nb\n\nc</pre><p style='white-space:pre-wrap'>d\ne</p><p>f\ng</p>",
        "<p>a<br>b</p>\n<p>c</p>\n<p>d<br>e</p>\n<p>f g</p>",
    ),
    "a message": (
        '<div class="copyable-text"><span class="selectable-text" style="white-space: pre-wrap">'
        '<span>Hello\n\n<strong class="x">now</strong></span></span></div>',
        "<p>Hello</p>\n<p><strong>now</strong></p>",
    ),
    "spaces at the ends of marks": (
        "<p>one<b> two </b>three<i>  </i>four <a href='/x/'> five </a>six</p>",
        '<p>one <strong>two</strong> three four <a href="/x/">five</a> six</p>',
    ),
    "old elements": (
        "<center><font size=2 color=red>a <tt>b</tt></font></center><dl><dt>c<dd>d</dl>",
        "<p>a b</p>\n<p>c</p>\n<p>d</p>",
    ),
    # Links
    "links that lead nowhere": (
        '<p><a href="file:///C:/x.doc">a</a> <a href="javascript:x">b</a> <a'
        ' href="data:text/html,x">c</a> <a href="about:blank#blocked">d</a> <a name="e">e</a> <a'
        ' href="#f">f</a> <a href="blob:x">g</a> <a href="//h.example/">h</a></p>',
        "<p>a b c d e f g h</p>",
    ),
    "a link around nothing": (
        '<p>a<a href="https://x.example/"></a>b<a href="https://y.example/"> </a>c<a'
        ' href="https://z.example/"><img src=x></a></p>',
        "<p>ab c</p>",
    ),
    "a link in pieces": (
        '<p><a href="https://a.example/"><span>one</span></a><a href="https://a.example/"> <b>two'
        "</b></a></p>",
        '<p><a href="https://a.example/">one <strong>two</strong></a></p>',
    ),
    "a link around blocks": (
        '<a href="https://a.example/"><h3>one</h3><p>two</p></a>',
        '<h3><a href="https://a.example/">one</a></h3>\n<p><a href="https://a.example/">two</a></p>',
    ),
}

#: URLs that lead on to others, and these.
REDIRECTS = {
    "https://www.google.com/url?sa=t&url=https%3A%2F%2Fa.example%2Fb%3Fc%3D1&usg=x": (
        "https://a.example/b?c=1"
    ),
    "https://www.google.co.uk/url?q=https://a.example/": "https://a.example/",
    "https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2F&h=x": "https://a.example/",
    "https://lm.facebook.com/l.php?u=https%3A%2F%2Fa.example%2F": "https://a.example/",
    "https://l.messenger.com/l.php?u=https%3A%2F%2Fa.example%2F": "https://a.example/",
    "https://l.threads.net/?u=https%3A%2F%2Fa.example%2F&e=x": "https://a.example/",
    "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2F&data=05": (
        "https://a.example/"
    ),
    "https://gcc02.safelinks.protection.office365.us/?url=https%3A%2F%2Fa.example%2F": (
        "https://a.example/"
    ),
    "https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html"
    "?url=https%3A%2F%2Fa.example%2F&locale=en": "https://a.example/",
    "https://slack-redir.net/link?url=https%3A%2F%2Fa.example%2F": "https://a.example/",
    "https://urldefense.proofpoint.com/v2/url?u=https-3A__a.example_b-2Dc_&d=DwMFaQ&c=x": (
        "https://a.example/b-c/"
    ),
    "https://urldefense.com/v3/__https://a.example/b?c=1__;!!x!y$": "https://a.example/b?c=1",
    "https://urldefense.com/v3/__https:/a.example/b*c__;Iw!!x$": "https://a.example/b#c",
    "https://urldefense.com/v3/__https://a.example/**Ab__;4oCU4oCU!!x$": "https://a.example/——b",
    "https://www.bing.com/ck/a?!&&p=x&u=a1aHR0cHM6Ly9hLmV4YW1wbGUvYg&ntb=1": "https://a.example/b",
    "https://r.search.yahoo.com/_ylt=x/RV=2/RO=10/RU=https%3a%2f%2fa.example%2fb/RK=2/RS=x-": (
        "https://a.example/b"
    ),
    "https://href.li/?https://a.example/b": "https://a.example/b",
    "https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%3A%2F%2F"
    "a.example%2F": "https://a.example/",
    # These are pages of their own.
    "https://t.co/abc": "https://t.co/abc",
    "https://a.example/url?q=https://b.example/": "https://a.example/url?q=https://b.example/",
    "https://google.com.evil.example/url?q=https://b.example/": (
        "https://google.com.evil.example/url?q=https://b.example/"
    ),
    "https://notfacebook.com/l.php?u=https://b.example/": (
        "https://notfacebook.com/l.php?u=https://b.example/"
    ),
    "https://www.google.com/url?q=javascript:x": "https://www.google.com/url?q=javascript:x",
    "https://urldefense.com/v3/x": "https://urldefense.com/v3/x",
    "https://www.bing.com/ck/a?u=a1%%%": "https://www.bing.com/ck/a?u=a1%%%",
}

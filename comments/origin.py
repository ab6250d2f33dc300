from urllib.parse import urlsplit


def is_cross_site(request):
    """Whether a page of another site sent this form.

    The POST of a reader uses no ambient authority (no session, no cookie), so it carries no token; what is left to refuse is a
    form on a foreign page that makes its visitors comment here. Browsers tell by these two headers.
    """
    if site := request.headers.get("Sec-Fetch-Site"):
        return site not in ("same-origin", "none")
    if origin := request.headers.get("Origin"):
        here = urlsplit(request.build_absolute_uri("/"))
        return origin != f"{here.scheme}://{here.netloc}"
    return False

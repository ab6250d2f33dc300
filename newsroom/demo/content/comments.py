"""How the demo's stories name the comments under them."""


def comment(key, name, email, text, ago, status="approved", reason="", reply_to=None, website="", by_newsroom=False):
    return {
        "key": key,
        "name": name,
        "email": email,
        "website": website,
        "text": text,
        "ago": ago,
        "status": status,
        "reason": reason,
        "reply_to": reply_to,
        "by_newsroom": by_newsroom,
    }

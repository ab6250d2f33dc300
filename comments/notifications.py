"""Who is told of what: called by the verbs in their transaction, each stores rows of the outbox and sends nothing."""


def received(comment):
    """A commenter asked to be told of a comment that has just come."""


def decided(decisions):
    """Decisions were made: their commenters, and those whose comments were answered, may be told."""


def waiting(comments):
    """Comments came before the moderators."""


def confirmed(commenter):
    """Somebody said that an address is theirs: what was decided on their comments meanwhile may be told."""


def asked_for_mine(email, network, language):
    """Somebody asked for the link to everything that is held about an address; whether it is known stays unsaid."""

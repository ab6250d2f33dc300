from django.db import connection


def hold(name):
    """Let whoever holds the same name wait until this transaction ends: on PostgreSQL by an advisory lock, under a number
    that another name may share, which costs a wait. SQLite has one writer anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [name])

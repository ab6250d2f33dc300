# The server of `make run` and `make serve`: on loopback, behind whatever proxy answers the world.
from newsroom.settings import PORT

bind = f"127.0.0.1:{PORT}"
workers = 2
worker_class = "gthread"
threads = 4
control_socket_disable = True
# Which proxies to believe is TRUSTED_PROXIES' business alone.
forwarded_allow_ips = ""
secure_scheme_headers = {}


def post_worker_init(worker):
    """Where no worker of tasks sends the mail, each server process has a thread that does."""
    # Here, because a worker has loaded the application by now, and this file is read before that.
    from django.conf import settings

    from comments import mail_thread

    if settings.TASKS_RUN == "inline":
        mail_thread.start()


def worker_exit(server, worker):
    from comments import mail_thread

    mail_thread.stop()

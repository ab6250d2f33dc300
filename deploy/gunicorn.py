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

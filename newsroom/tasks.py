from newsroom import mail
from newsroom.models import User

try:
    from django.tasks import task
except ImportError:  # Django 5.2
    from django_tasks import task


@task()
def send_password_reset(user_id):
    mail.send_password_reset(User.objects.get(pk=user_id))

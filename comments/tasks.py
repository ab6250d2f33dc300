from comments import outbox

try:
    from django.tasks import task
except ImportError:  # Django 5.2
    from django_tasks import task


@task()
def deliver_mail():
    """Deliver what is due in the outbox; a task is stored with each mail, for the moment when it is due."""
    outbox.deliver()


def is_awaited(by):
    """Whether such a task waits in the database that will run at `by` or before."""
    from django_tasks_db.models import DBTaskResult

    waiting = DBTaskResult.objects.filter(status="READY", task_path=deliver_mail.module_path)
    return waiting.filter(run_after__lte=by).exists()

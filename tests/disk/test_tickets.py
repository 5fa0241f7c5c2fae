"""Each ticket is given once, also to forks."""

import os

from dossier.disk import Tickets


def test_as_many_are_given_as_there_are() -> None:
    tickets = Tickets(3)
    assert [tickets.take() for _ in range(5)] == [True, True, True, False, False]
    assert not Tickets(0).take()


def test_the_largest_number_of_tickets_is_given() -> None:
    tickets = Tickets(Tickets.MOST)
    assert sum(tickets.take() for _ in range(Tickets.MOST + 5)) == Tickets.MOST


def test_forks_share_them() -> None:
    tickets = Tickets(100)
    child = os.fork()
    if child == 0:
        os._exit(sum(tickets.take() for _ in range(40)))
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 40
    assert sum(tickets.take() for _ in range(100)) == 60

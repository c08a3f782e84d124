"""The closed lists. Members are named in English; values are the words that case files use.

The lists are those of the file format; a value outside them is a finding, never a guess.
"""

from __future__ import annotations

from enum import StrEnum


class BodyType(StrEnum):
    """What kind of body it is."""

    ASSEMBLY = "representantskap"
    COUNCIL = "råd"
    COMMITTEE = "utvalg"
    ADMINISTRATIVE = "administrativ"
    EXTERNAL = "ekstern"


class MeetingType(StrEnum):
    """What kind of meeting it is."""

    ORDINARY = "ordinært"
    EXTRAORDINARY = "ekstraordinært"
    REMOTE = "fjernmøte"
    JOINT = "felles"
    ADMINISTRATIVE = "administrativt"


class MeetingForm(StrEnum):
    """How people met."""

    PHYSICAL = "fysisk"
    DIGITAL = "digitalt"
    HYBRID = "hybrid"


class MeetingStatus(StrEnum):
    """How far a meeting has come."""

    PLANNED = "planlagt"
    SUMMONED = "innkalt"
    HELD = "avholdt"
    CANCELLED = "avlyst"
    MOVED = "flyttet"


class MinutesStatus(StrEnum):
    """How far the minutes have come."""

    UNPUBLISHED = "ikke-publisert"
    PRELIMINARY = "foreløpig"
    APPROVED = "godkjent"


class MeetingDocumentType(StrEnum):
    """What a meeting's document is."""

    SUMMONS = "innkalling"
    AGENDA = "saksliste"
    MINUTES = "protokoll"
    RECORDING = "opptak"
    OTHER = "annet"


class Role(StrEnum):
    """What a body does with a case at a meeting."""

    DECIDES = "avgjør"
    RECOMMENDS = "innstiller"
    STATES = "uttaler-seg"
    IS_INFORMED = "orienteres"
    DISCUSSES = "drøfter"


class Outcome(StrEnum):
    """What happened to the proposal (not to the applicant)."""

    ADOPTED = "vedtatt"
    ADOPTED_AMENDED = "vedtatt-med-endring"
    OTHER_ADOPTED = "annet-forslag-vedtatt"
    NOT_ADOPTED = "ikke-vedtatt"
    NOTED = "tatt-til-orientering"
    DISCUSSED = "drøftet"
    STATEMENT_GIVEN = "uttalelse-avgitt"
    ELECTED = "valgt"
    DEFERRED = "utsatt"
    SENT_BACK = "sendt-tilbake"
    REFERRED = "oversendt"
    DISMISSED = "avvist"
    WITHDRAWN = "trukket"
    NOT_TREATED = "ikke-behandlet"
    UNKNOWN = "ukjent"

    @property
    def final(self) -> bool:
        """Whether the body is done with the case after this outcome."""
        return self not in NOT_FINAL

    @property
    def needs_vote(self) -> bool:
        """Whether the minutes must show a voting result (kommuneloven § 11-4)."""
        return self in NEEDS_VOTE


NOT_FINAL = frozenset(
    {Outcome.DEFERRED, Outcome.SENT_BACK, Outcome.REFERRED, Outcome.NOT_TREATED, Outcome.UNKNOWN}
)
NEEDS_VOTE = frozenset(
    {
        Outcome.ADOPTED,
        Outcome.ADOPTED_AMENDED,
        Outcome.OTHER_ADOPTED,
        Outcome.NOT_ADOPTED,
        Outcome.ELECTED,
    }
)


class Effect(StrEnum):
    """Whether a decision binds, recommends, or needs the municipalities' own treatment."""

    BINDING = "bindende"
    RECOMMENDATION = "tilrådning-til-kommunene"
    NEEDS_MUNICIPALITIES = "krever-kommunal-behandling"
    UNKNOWN = "ukjent"


class VoteType(StrEnum):
    """How the vote was taken."""

    UNANIMOUS = "enstemmig"
    FOR_AGAINST = "for-mot"
    ALTERNATIVES = "alternativ"
    ELECTION = "valg"
    NO_VOTE = "uten-votering"


class DecidedBy(StrEnum):
    """What settled a tie."""

    CHAIR = "møteleder"
    LOT = "loddtrekning"


class FollowUpStatus(StrEnum):
    """The status that a log entry gives a follow-up; overdue and silent are computed."""

    NOT_STARTED = "ikke-startet"
    IN_PROGRESS = "pågår"
    PARTLY_DONE = "delvis-utført"
    DONE = "utført"
    DROPPED = "bortfalt"
    TRANSFERRED = "overført"
    UNKNOWN = "ukjent"

    @property
    def closed(self) -> bool:
        """Whether nothing more is expected."""
        return self in {FollowUpStatus.DONE, FollowUpStatus.DROPPED, FollowUpStatus.TRANSFERRED}


class Purpose(StrEnum):
    """Why a municipality treats a case."""

    FINAL_DECISION = "sluttvedtak"
    ENDORSEMENT = "tilslutning"
    CONSULTATION = "høring"
    NOTIFICATION = "melding"


class RelationType(StrEnum):
    """What a case is to another case; the inverse is computed."""

    SUPERSEDES = "erstatter"
    AMENDS = "endrer"
    IMPLEMENTS = "iverksetter"
    FOLLOWS_UP = "følger-opp"
    BASED_ON = "bygger-på"
    SEE_ALSO = "se-også"


class ProcessStatus(StrEnum):
    """How far a process has come."""

    PLANNED = "planlagt"
    IN_PROGRESS = "pågår"
    ENDED = "avsluttet"
    STOPPED = "stanset"
    UNKNOWN = "ukjent"


class ProcessEventType(StrEnum):
    """What an event of a process is, when it is neither case nor meeting."""

    DRAFT = "utkast"
    CONSULTATION = "høring"
    CONSULTATION_DEADLINE = "høringsfrist"
    MILESTONE = "milepæl"
    COMPANION = "følgedokument"
    START = "oppstart"
    END = "avslutning"
    OTHER = "annet"


class ProcessRelationType(StrEnum):
    """What a process is to another process."""

    PART_OF = "del-av"
    FOLLOWS = "etterfølger"
    RELATED = "henger-sammen-med"


class AttachmentRole(StrEnum):
    """What an attachment is for the case."""

    PAPER = "saksframlegg"
    ANNEX = "vedlegg"
    STATEMENT = "uttalelse"
    MAP = "kart"
    MINUTES = "protokoll"
    PRESENTATION = "presentasjon"
    AGREEMENT = "avtale"
    PLAN = "plan"
    OTHER = "annet"


class ChangeKind(StrEnum):
    """Why a published record was changed."""

    CORRECTION = "retting"
    UPDATE = "oppdatering"
    FOLLOW_UP = "oppfølging"


class Withheld(StrEnum):
    """What is withheld from the public."""

    TITLE = "tittel"
    CONTENT = "innhold"


class NamePolicy(StrEnum):
    """Whether names in votes are published."""

    OFFICE = "kontor"
    ELECTED = "folkevalgte"

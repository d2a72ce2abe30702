package org.mailboxremediation.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.mailboxremediation.event.Checkpoint;
import org.mailboxremediation.event.Checkpoints;
import org.mailboxremediation.outbox.Command;
import org.mailboxremediation.outbox.Demand;
import org.mailboxremediation.outbox.EffectHandler;
import org.mailboxremediation.outbox.Outcome;
import org.mailboxremediation.outbox.Target;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Mails checkpoints to the auditors, but never where an attacker may read it (promise P6). */
@Component
final class CheckpointMailHandler implements EffectHandler {

    static final String STEP = "MAIL_CHECKPOINTS";

    /** Some four megabytes. */
    private static final int A_MAIL = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointMailHandler.class);

    private final CheckpointMailProperties properties;
    private final Checkpoints checkpoints;
    private final CheckpointMails mails;
    private final OutOfBand outOfBand;
    private final Letters letters;
    private final Postman postman;
    private final NoticeProperties notices;

    CheckpointMailHandler(
            CheckpointMailProperties properties,
            Checkpoints checkpoints,
            CheckpointMails mails,
            OutOfBand outOfBand,
            Letters letters,
            Postman postman,
            NoticeProperties notices) {
        this.properties = properties;
        this.checkpoints = checkpoints;
        this.mails = mails;
        this.outOfBand = outOfBand;
        this.letters = letters;
        this.postman = postman;
        this.notices = notices;
    }

    @Override
    public String step() {
        return STEP;
    }

    @Override
    public Demand demand() {
        return Demand.on(Target.MAIL);
    }

    /** A repeat sends each mail with the same Message-ID again. */
    @Override
    public Outcome perform(Command command) {
        List<Delivery> deliveries = new ArrayList<>();
        for (String recipient : properties.checkpointMailTo()) {
            if (outOfBand.forbids(recipient).isEmpty()) {
                deliveries.addAll(send(command, recipient));
            }
        }
        if (deliveries.contains(Delivery.POSTPONED)) {
            return Outcome.retry(Duration.ZERO, "The mail server cannot be reached, or asks to try again later.");
        }
        return deliveries.contains(Delivery.ACCEPTED)
                ? Outcome.of(Outcome.State.VERIFIED, Map.of("accepted", "smtp"))
                : Outcome.of(Outcome.State.NEEDS_PERSON, Map.of("why", "NO_RECIPIENT"));
    }

    /** What was not taken by anybody is owed again when it is time. */
    @Override
    public void record(Command command, Outcome outcome) {
        if (outcome.state() == Outcome.State.VERIFIED) {
            mails.sent(time(command, CheckpointMails.UNTIL));
        } else {
            LOG.warn("Checkpoints could not be mailed to anybody (remediation.event.checkpoint-mail-to).");
        }
    }

    private List<Delivery> send(Command command, String recipient) {
        List<Delivery> deliveries = new ArrayList<>();
        for (int skip = 0; ; skip += A_MAIL) {
            List<Checkpoint> part = checkpoints.between(
                    time(command, CheckpointMails.FROM), time(command, CheckpointMails.UNTIL), skip, A_MAIL);
            if (part.isEmpty()) {
                return deliveries;
            }
            deliveries.add(postman.deliver(mail(command, recipient, skip, part)));
        }
    }

    private Mail mail(Command command, String recipient, int skip, List<Checkpoint> part) {
        Letter letter = letters.write(
                "checkpoints",
                Map.of(
                        "count", Integer.toString(part.size()),
                        "from", part.get(0).at().toString(),
                        "until", part.get(part.size() - 1).at().toString(),
                        "call", notices.call()));
        String lines = part.stream().map(Checkpoint::line).collect(Collectors.joining("\r\n", "", "\r\n"));
        String id =
                command.id() + "." + skip + "." + properties.checkpointMailTo().indexOf(recipient);
        return new Mail(id, recipient, letter, new Mail.Attachment("checkpoints.jsonl", lines));
    }

    private static Instant time(Command command, String name) {
        return Instant.parse(Objects.requireNonNull(command.payload().get(name), name));
    }
}

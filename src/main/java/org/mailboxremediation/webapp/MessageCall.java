package org.mailboxremediation.webapp;

import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.mailboxremediation.block.Origin;
import org.mailboxremediation.device.clamd.UploadScans;
import org.mailboxremediation.device.clamd.UploadVerdict;
import org.mailboxremediation.process.MessageTracing;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes the message that may have led to the compromise and says where it came from (article step 4). */
@Component
final class MessageCall {

    /** 25 MiB, as in the HTTP contract. */
    static final int LONGEST = 25 * 1024 * 1024;

    private static final String TASK = "UserTask_ProvideMessage";

    private final TasksOfPerson tasks;
    private final MessageTracing tracing;
    private final UploadScans uploads;
    private final TransactionTemplate transaction;

    MessageCall(TasksOfPerson tasks, MessageTracing tracing, UploadScans uploads, TransactionTemplate transaction) {
        this.tasks = tasks;
        this.tracing = tracing;
        this.uploads = uploads;
        this.transaction = transaction;
    }

    Response add(String taskId, InputStream message) {
        return Replies.of(() -> {
            PersonAtTask person = tasks.at(taskId, TASK);
            if (!person.groups().contains("mailbox-admins")) {
                throw new CallRefused(403, "Only a mailbox administrator may add a message.");
            }
            byte[] content = read(message);
            UploadVerdict seen = uploads.scan(content);
            Origin origin = transaction.execute(status -> add(person, content, seen));
            return TracedMessage.of(Objects.requireNonNull(origin), seen);
        });
    }

    private Origin add(PersonAtTask person, byte[] content, UploadVerdict seen) {
        Origin origin = tracing.add(person.incidentId(), content, person.userId());
        uploads.record(person.incidentId(), origin.evidenceId(), seen, person.userId());
        return origin;
    }

    /** Reads one byte more than is allowed, and no more: a length that the client states is only a claim. */
    static byte[] read(InputStream message) {
        byte[] bytes;
        try {
            bytes = message.readNBytes(LONGEST + 1);
        } catch (IOException e) {
            throw new CallRefused(400, "The message did not arrive whole. Upload it again.");
        }
        if (bytes.length > LONGEST) {
            throw new CallRefused(413, "The message is longer than 25 MiB.");
        }
        if (bytes.length == 0) {
            throw new CallRefused(400, "The file is empty.");
        }
        return bytes;
    }
}

package org.mailboxremediation.webapp;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.NoSuchElementException;
import org.mailboxremediation.credential.CredentialGone;
import org.mailboxremediation.credential.PinRefused;
import org.mailboxremediation.credential.SealingKeyMissing;
import org.mailboxremediation.process.PasswordReveal;
import org.mailboxremediation.process.RevealPermit;
import org.mailboxremediation.process.RevealRefused;
import org.springframework.stereotype.Component;

/** Shows the new password to whoever holds the hand-over task, once (promises P1 and P5). */
@Component
final class RevealCall {

    private static final int LONGEST = 1024;
    private static final String TASK = "UserTask_HandOverPassword";

    private final TasksOfPerson tasks;
    private final PasswordReveal passwords;
    private final ObjectMapper json;

    RevealCall(TasksOfPerson tasks, PasswordReveal passwords, ObjectMapper json) {
        this.tasks = tasks;
        this.passwords = passwords;
        this.json = json;
    }

    /** Reads {@code {pin}}, or nothing, from the body. */
    Response reveal(String taskId, InputStream body) {
        return Replies.of(() -> Map.of("password", password(tasks.at(taskId, TASK), pin(body))));
    }

    private String pin(InputStream body) {
        try {
            return json.readTree(body.readNBytes(LONGEST)).path("pin").asText("");
        } catch (IOException unreadable) {
            throw new CallRefused(400, "The PIN did not arrive. Try again.");
        }
    }

    private String password(PersonAtTask person, String pin) {
        try {
            return passwords
                    .revealNewest(person.incidentId(), new RevealPermit.Person(person.userId(), person.groups()), pin)
                    .reveal();
        } catch (PinRefused e) {
            throw new CallRefused(e.reason().name().equals("PIN_MISSING") ? 428 : 409, e.getMessage());
        } catch (SealingKeyMissing e) {
            throw new CallRefused(503, e.getMessage());
        } catch (RevealRefused e) {
            throw new CallRefused(409, e.getMessage(), e.reasons());
        } catch (CredentialGone e) {
            throw new CallRefused(409, e.getMessage());
        } catch (NoSuchElementException e) {
            throw new CallRefused(409, "This case has no new password to show.");
        }
    }
}

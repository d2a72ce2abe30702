package org.mailboxremediation.webapp;

import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.NoSuchElementException;
import org.mailboxremediation.credential.CredentialGone;
import org.mailboxremediation.process.PasswordReveal;
import org.springframework.stereotype.Component;

/** Makes the PIN for a hand-over: for a security lead, who reads it out by telephone. */
@Component
final class PinCall {

    private static final String TASK = "UserTask_HandOverPassword";

    private final TasksOfPerson tasks;
    private final PasswordReveal passwords;

    PinCall(TasksOfPerson tasks, PasswordReveal passwords) {
        this.tasks = tasks;
        this.passwords = passwords;
    }

    Response part(String taskId) {
        return Replies.of(() -> part(tasks.at(taskId, TASK)));
    }

    private Map<String, Boolean> part(PersonAtTask person) {
        return Map.of(
                "required", passwords.needsPin(),
                "maker", mayMake(person),
                "taker", person.groups().contains("mailbox-admins"));
    }

    Response make(String taskId) {
        return Replies.of(() -> Map.of("pin", pin(tasks.at(taskId, TASK))));
    }

    private String pin(PersonAtTask person) {
        if (!mayMake(person)) {
            throw new CallRefused(403, "Only a security lead may make the PIN.");
        }
        try {
            return passwords
                    .issueNewestPin(person.incidentId(), person.userId())
                    .digits()
                    .reveal();
        } catch (CredentialGone e) {
            throw new CallRefused(409, e.getMessage());
        } catch (NoSuchElementException e) {
            throw new CallRefused(409, "This case has no new password to show.");
        }
    }

    private static boolean mayMake(PersonAtTask person) {
        return person.groups().contains("security-leads");
    }
}

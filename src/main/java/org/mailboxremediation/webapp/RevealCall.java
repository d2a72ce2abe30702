package org.mailboxremediation.webapp;

import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.NoSuchElementException;
import org.mailboxremediation.credential.CredentialGone;
import org.mailboxremediation.process.PasswordReveal;
import org.mailboxremediation.process.RevealRefused;
import org.springframework.stereotype.Component;

/** Shows the new password to whoever holds the hand-over task, once (promises P1 and P5). */
@Component
final class RevealCall {

    private static final String TASK = "UserTask_HandOverPassword";

    private final TasksOfPerson tasks;
    private final PasswordReveal passwords;

    RevealCall(TasksOfPerson tasks, PasswordReveal passwords) {
        this.tasks = tasks;
        this.passwords = passwords;
    }

    Response reveal(String taskId) {
        return Replies.of(() -> Map.of("password", password(tasks.at(taskId, TASK))));
    }

    private String password(PersonAtTask person) {
        try {
            return passwords
                    .revealNewest(person.incidentId(), person.userId(), person.groups())
                    .reveal();
        } catch (RevealRefused e) {
            throw new CallRefused(409, e.getMessage(), e.reasons());
        } catch (CredentialGone e) {
            throw new CallRefused(409, e.getMessage());
        } catch (NoSuchElementException e) {
            throw new CallRefused(409, "This case has no new password to show.");
        }
    }
}

package org.mailboxremediation.webapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.credential.PinRefused;
import org.mailboxremediation.credential.Secret;
import org.mailboxremediation.process.PasswordReveal;
import org.mailboxremediation.process.RevealPermit;
import org.mailboxremediation.process.RevealRefused;

final class RevealCallTest {

    private static final Set<String> GROUPS = Set.of("mailbox-admins");

    private static final RevealPermit.Person ALICE = new RevealPermit.Person("alice", GROUPS);

    private final TasksOfPerson tasks = mock(TasksOfPerson.class);
    private final PasswordReveal passwords = mock(PasswordReveal.class);
    private final RevealCall call = new RevealCall(tasks, passwords, new ObjectMapper());

    @BeforeEach
    void beAtTheTask() {
        when(tasks.at("task-1", "UserTask_HandOverPassword")).thenReturn(new PersonAtTask("case-1", "alice", GROUPS));
    }

    @Test
    void showsThePasswordAndLetsNobodyKeepTheAnswer() {
        when(passwords.revealNewest("case-1", ALICE, "")).thenReturn(Secret.of("correct-horse"));

        Response answer = call.reveal("task-1", body(""));

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getEntity()).isEqualTo(Map.of("password", "correct-horse"));
        assertThat(answer.getHeaderString("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void saysWhyTheGateIsShut() {
        RevealRefused refusal = mock(RevealRefused.class);
        when(refusal.getMessage()).thenReturn("The restore gate is shut.");
        when(refusal.reasons()).thenReturn(List.of("A device is not clean."));
        when(passwords.revealNewest(any(), any(), any())).thenThrow(refusal);

        Response answer = call.reveal("task-1", body(""));

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(answer.getEntity())
                .isEqualTo(
                        Map.of("message", "The restore gate is shut.", "reasons", List.of("A device is not clean.")));
    }

    @Test
    void saysThatThereIsNoPassword() {
        when(passwords.revealNewest(any(), any(), any())).thenThrow(new NoSuchElementException("case-1"));

        assertThat(call.reveal("task-1", body("")).getStatus()).isEqualTo(409);
    }

    @Test
    void passesTheRefusalOfTheTaskOn() {
        when(tasks.at("task-2", "UserTask_HandOverPassword")).thenThrow(new CallRefused(404, "The task is gone."));

        assertThat(call.reveal("task-2", body("")).getStatus()).isEqualTo(404);
    }

    @Test
    void passesThePinOnAndAsksForOneThatIsMissing() {
        when(passwords.revealNewest("case-1", ALICE, "12345678")).thenReturn(Secret.of("correct-horse"));
        when(passwords.revealNewest("case-1", ALICE, "")).thenThrow(new PinRefused(PinRefused.Reason.PIN_MISSING));

        assertThat(call.reveal("task-1", body("{\"pin\":\"12345678\"}")).getStatus())
                .isEqualTo(200);
        assertThat(call.reveal("task-1", body("{}")).getStatus()).isEqualTo(428);
        assertThat(call.reveal("task-1", body("not JSON")).getStatus()).isEqualTo(400);
    }

    private static InputStream body(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}

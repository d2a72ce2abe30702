package org.mailboxremediation.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailboxremediation.api.ApiContext.ADMIN;
import static org.mockito.Mockito.verify;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.api.ApiContext.Answer;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.evidence.EvidenceStore;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@Tag(DatabaseKind.TAG)
class MessageControllerTest {

    private static final String MESSAGE = """
            Return-Path: <mallory@example.org>
            Received: from mail.example.org (mail.example.org [203.0.113.7]) by mx.example.com; Mon, 2 Mar 2026 08:00:00 +0000
            From: Mallory <mallory@example.org>
            Subject: invoice

            text
            """;

    private final ApiContext api = new ApiContext();
    private final String incident = api.report();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void aMessageIsTracedAndCompletesItsTask() {
        api.openTask("UserTask_ProvideMessage", "");
        Answer answer = upload("message", MESSAGE.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().path("returnPath").asText()).isEqualTo("mallory@example.org");
        assertThat(answer.body().path("originatingIp").asText()).isEqualTo("203.0.113.7");
        assertThat(answer.body().path("boundary").asText()).isEqualTo("found");
        assertThat(answer.body().path("proposals").findValuesAsText("entry"))
                .containsExactlyInAnyOrder("mallory@example.org", "203.0.113.7");
        assertThat(answer.body().path("proposals").findValuesAsText("caution")).isNotEmpty();
        verify(api.tasks).complete("task-UserTask_ProvideMessage");
    }

    @Test
    void aMessageOfNothingButNoiseIsKeptAllTheSame() {
        Answer answer = upload("message", new byte[] {0, 1, 2});
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().path("originatingIp").isNull()).isTrue();
        assertThat(answer.body().path("proposals")).isEmpty();
    }

    @Test
    void aReturnPathThatNoDatabaseKeepsIsNone() {
        Answer answer =
                upload("message", MESSAGE.replace("<mallory", "<mal\0lory").getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().path("returnPath").isNull()).isTrue();
        assertThat(answer.body().path("originatingIp").asText()).isEqualTo("203.0.113.7");
    }

    @Test
    void anEmptyMissingOrTooLargeMessageIsRefused() {
        assertThat(upload("message", new byte[0]).fields()).containsExactly("message");
        assertThat(upload("mail", new byte[1]).fields()).containsExactly("message");
        assertThat(upload("message", new byte[EvidenceStore.MAX_SIZE + 1]).status())
                .isEqualTo(413);
    }

    private Answer upload(String part, byte[] content) {
        return api.send(
                MockMvcRequestBuilders.multipart("/api/incidents/" + incident + "/malicious-message")
                        .file(new MockMultipartFile(part, "m.eml", "message/rfc822", content)),
                ADMIN);
    }
}

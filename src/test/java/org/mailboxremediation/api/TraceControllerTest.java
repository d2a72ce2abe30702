package org.mailboxremediation.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailboxremediation.api.ApiContext.LEAD;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.api.ApiContext.Answer;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.evidence.trace.MessageHeaders;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@Tag(DatabaseKind.TAG)
class TraceControllerTest {

    private static final byte[] MESSAGE = """
            Return-Path: <mallory@example.org>
            Received: from mail.example.org (mail.example.org [203.0.113.7]) by mx.example.com with ESMTP
            From: Alice <alice@example.com>

            text
            """.getBytes(StandardCharsets.US_ASCII);

    private final ApiContext api = new ApiContext();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void aMessageIsReadFromTheBodyAndFromAForm() {
        for (Answer answer : new Answer[] {post(MESSAGE), upload(MESSAGE)}) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().path("originatingIp").asText()).isEqualTo("203.0.113.7");
            assertThat(answer.body().path("boundary").asText()).isEqualTo("found");
            assertThat(answer.body().path("mismatches").path(0).asText()).isEqualTo("from_vs_return_path");
            assertThat(answer.body().path("hops").path(0).path("role").asText()).isEqualTo("boundary");
        }
    }

    @Test
    void aMessageThatCannotBeReadIsAProblem() {
        assertThat(post(new byte[0]).fields()).containsExactly("body");
        assertThat(upload(new byte[0]).fields()).containsExactly("message");
        assertThat(post(new byte[MessageHeaders.MAX_MESSAGE + 1]).status()).isEqualTo(413);
        Answer hostile = post(("X: " + "y".repeat(300_000)).getBytes(StandardCharsets.US_ASCII));
        assertThat(hostile.status()).isEqualTo(422);
        assertThat(hostile.body().path("detail").asText()).isNotBlank();
    }

    private Answer post(byte[] body) {
        return api.send(
                MockMvcRequestBuilders.post("/api/trace")
                        .contentType(MediaType.parseMediaType("message/rfc822"))
                        .content(body),
                LEAD);
    }

    private Answer upload(byte[] content) {
        return api.send(
                MockMvcRequestBuilders.multipart("/api/trace")
                        .file(new MockMultipartFile("message", "m.eml", "message/rfc822", content)),
                LEAD);
    }
}

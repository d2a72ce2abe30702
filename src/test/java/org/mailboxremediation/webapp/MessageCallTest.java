package org.mailboxremediation.webapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class MessageCallTest {

    @Test
    void keepsEachByteOfTheMessage() {
        byte[] message = "From: bob@example.com\r\n\r\n\0é".getBytes(StandardCharsets.UTF_8);

        assertThat(MessageCall.read(new ByteArrayInputStream(message))).isEqualTo(message);
    }

    @Test
    void takesAMessageOfExactlyTheLongestLength() {
        assertThat(MessageCall.read(new ByteArrayInputStream(new byte[MessageCall.LONGEST])))
                .hasSize(MessageCall.LONGEST);
    }

    @Test
    void stopsReadingAMessageThatDoesNotEnd() {
        Endless message = new Endless();

        assertThatExceptionOfType(CallRefused.class)
                .isThrownBy(() -> MessageCall.read(message))
                .satisfies(e -> assertThat(e.status()).isEqualTo(413));
        assertThat(message.read).isEqualTo(MessageCall.LONGEST + 1L);
    }

    @Test
    void refusesAnEmptyFile() {
        assertThatExceptionOfType(CallRefused.class)
                .isThrownBy(() -> MessageCall.read(InputStream.nullInputStream()))
                .satisfies(e -> assertThat(e.status()).isEqualTo(400));
    }

    @Test
    void refusesAMessageThatBreaksOff() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }

            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                throw new IOException("gone");
            }
        };

        assertThatExceptionOfType(CallRefused.class)
                .isThrownBy(() -> MessageCall.read(broken))
                .satisfies(e -> assertThat(e.status()).isEqualTo(400));
    }

    private static final class Endless extends InputStream {

        private long read;

        @Override
        public int read() {
            read++;
            return 'x';
        }

        @Override
        public int read(byte[] into, int from, int most) {
            read += most;
            return most;
        }
    }
}

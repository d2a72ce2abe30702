package org.mailboxremediation.evidence.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OriginReaderTest {

    private static final String OWN = "Received: from edge (edge [192.0.2.1]) by store.example.com\r\n";
    private static final String BOUNDARY =
            "Received: from x\r\n (mx.example.net [203.0.113.9])\r\n\tby edge.example.com with ESMTP\r\n";
    private static final String FORGED = "Received: from y (y [198.51.100.66]) by z.example.net\r\n";

    @Test
    void takesTheFirstPeerOutsideTheOwnNetworks() {
        OriginReport report = read(OWN + BOUNDARY + FORGED + "Return-Path: <Mallory@example.net>\r\n\r\nhello");

        assertThat(report.originatingIp()).isEqualTo("203.0.113.9");
        assertThat(report.boundary()).isEqualTo(Boundary.FOUND);
        assertThat(report.returnPath()).isEqualTo("Mallory@example.net");
    }

    @Test
    void isUndeterminedWhereTheBoundaryHasNoReadableAddress() {
        OriginReport report =
                read(OWN + "Received: from x (203.0.113.x@y.9) by edge.example.com\r\n" + FORGED + "\r\n");

        assertThat(report.boundary()).isEqualTo(Boundary.UNDETERMINED);
        assertThat(report.originatingIp()).isNull();
    }

    @Test
    void keepsTheNullSenderApartFromNone() {
        assertThat(read("Return-Path: <>\n" + BOUNDARY).returnPath()).isEmpty();
        assertThat(read(BOUNDARY).returnPath()).isNull();
        assertThat(read("Return-Path: <\u0007>\n" + BOUNDARY).returnPath()).isNull();
    }

    @Test
    void believesNoSpfVerdictBelowTheNextHop() {
        String forged = "Received-SPF: pass\r\n";

        assertThat(read("Received-SPF: Pass (ok)\r\n" + BOUNDARY).spf()).isEqualTo(SpfResult.PASS);
        assertThat(read(BOUNDARY + "Authentication-Results: mx; spf=softfail x; dkim=pass\r\n" + forged)
                        .spf())
                .isEqualTo(SpfResult.SOFTFAIL);
        assertThat(read(BOUNDARY + FORGED + forged).spf()).isNull();
    }

    @Test
    void isUndeterminedBeyondItsBounds() {
        assertThat(read("X: " + "y".repeat(300_000)).boundary()).isEqualTo(Boundary.UNDETERMINED);
        assertThat(read("X: y\r\n".repeat(1001)).boundary()).isEqualTo(Boundary.UNDETERMINED);
        assertThat(read("Received: by a with SMTP\r\n".repeat(101)).boundary()).isEqualTo(Boundary.UNDETERMINED);
        assertThat(OriginReader.read(new byte[MessageHeaders.MAX_MESSAGE + 1], OwnNetworks.of(List.of()))
                        .boundary())
                .isEqualTo(Boundary.UNDETERMINED);
    }

    @Test
    void saysNoneWhereNothingCameFromOutside() {
        assertThat(read("Subject: x\r\n\r\n" + FORGED).boundary()).isEqualTo(Boundary.NONE);
        assertThat(read(OWN + "\r\n" + FORGED).boundary()).isEqualTo(Boundary.NONE);
        assertThat(read("").boundary()).isEqualTo(Boundary.NONE);
    }

    @Test
    void survivesAnyBytes() {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            byte[] noise = new byte[5000];
            random.nextBytes(noise);
            System.arraycopy("Received: from (".getBytes(StandardCharsets.US_ASCII), 0, noise, 0, 16);

            assertThat(OriginReader.read(noise, OwnNetworks.of(List.of()))).isNotNull();
        }
    }

    private static OriginReport read(String message) {
        return OriginReader.read(
                message.getBytes(StandardCharsets.ISO_8859_1), OwnNetworks.of(List.of("192.0.2.0/24")));
    }
}

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
    void showsWhatIsOwnAndWhatIsClaimed() {
        OriginReport report = read(OWN + BOUNDARY + FORGED + "X-Originating-IP: [198.51.100.77]\r\n");

        assertThat(report.hops())
                .extracting(Hop::role)
                .containsExactly(Hop.Role.OWN, Hop.Role.BOUNDARY, Hop.Role.CLAIM);
        assertThat(report.hops()).extracting(Hop::helo).containsExactly("edge", "x", "y");
        assertThat(report.hops().get(1).by()).isEqualTo("edge.example.com");
        assertThat(report.hops().get(1).with()).isEqualTo("ESMTP");
        assertThat(report.identity().claimedIps()).containsExactly("198.51.100.77");
    }

    @Test
    void readsMicrosoftsVerdictsWithoutAnIdentifierAndInEncodedWords() {
        String spelled = "Authentication-Results: spf=pass (sender IP is 203.0.113.9; x) smtp.mailfrom=a.example;"
                + " dkim=none;dmarc=bestguesspass action=none\r\n";
        String encoded = "Authentication-Results: =?utf-8?B?c3BmPWZhaWwgKHg=?= =?utf-8?Q?);_dkim=3Dpass?=\r\n";

        assertThat(read(OWN + spelled + BOUNDARY).spf()).isEqualTo(SpfResult.PASS);
        assertThat(read(OWN + spelled + BOUNDARY).dmarc()).isEqualTo("bestguesspass");
        assertThat(read(OWN + encoded + BOUNDARY).spf()).isEqualTo(SpfResult.FAIL);
        assertThat(read(OWN + encoded + BOUNDARY).dkim()).isEqualTo("pass");
    }

    @Test
    void tellsALoginFromAForgedSender() {
        String rackspace = "Received: from c ([203.0.113.9]) by smtp.example.com"
                + " (Authenticated sender: alice-AT-example.com) with ESMTPSA id 1\r\n";

        assertThat(read(rackspace).identity().authenticatedAs()).isEqualTo("alice@example.com");
        assertThat(read("Received: from c ([203.0.113.9]) by a.example with ESMTPSA\r\n")
                        .identity()
                        .authenticatedAs())
                .isEmpty();
        assertThat(read(BOUNDARY + rackspace).identity().authenticatedAs()).isNull();
        assertThat(read("X-Sender-Id: alice@example.com\r\n").identity().senderId())
                .isEqualTo("alice@example.com");
    }

    @Test
    void comparesAddressesByWhatSomebodyRegistered() {
        assertThat(mismatches("a@mail.example.co.uk", "b@news.example.co.uk")).isEmpty();
        assertThat(mismatches("a@one.co.uk", "b@other.co.uk")).containsExactly(Identity.Mismatch.FROM_VS_RETURN_PATH);
        assertThat(mismatches("a@example.com", "")).isEmpty();
    }

    private static List<Identity.Mismatch> mismatches(String from, String path) {
        return read("From: \"x, <y@z.example>\" <" + from + ">\r\nReturn-Path: <" + path + ">\r\n")
                .identity()
                .mismatches();
    }

    @Test
    void seesThatARedactedAddressIsOurOwnAllTheSame() {
        OwnNetworks own = OwnNetworks.of(List.of("2001:db8::/32"));
        String redacted = "Received: from a (2001:db8:7:x@y:cafe::f1) by b.example\r\n" + BOUNDARY;

        assertThat(OriginReader.read(redacted.getBytes(StandardCharsets.US_ASCII), own)
                        .originatingIp())
                .isEqualTo("203.0.113.9");
        assertThat(read(redacted).boundary()).isEqualTo(Boundary.UNDETERMINED);
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
        assertThat(read(BOUNDARY + forged).spf()).isNull();
        assertThat(read(BOUNDARY + "Authentication-Results: mx.example.com; spf=pass\r\n")
                        .spf())
                .isEqualTo(SpfResult.PASS);
        assertThat(read("Received-SPF: none (x) identity=helo\r\nReceived-SPF: pass (x)\r\n" + BOUNDARY)
                        .spf())
                .isEqualTo(SpfResult.PASS);
        assertThat(read(BOUNDARY + FORGED + forged).spf()).isNull();
    }

    @Test
    void isUndeterminedBeyondItsBounds() {
        assertThat(read("X: " + "y".repeat(300_000)).boundary()).isEqualTo(Boundary.UNDETERMINED);
        assertThat(read("X: y\r\n".repeat(1001)).unreadable()).isNotNull();
        assertThat(read("X: " + "y".repeat(10_001) + "\r\n").unreadable()).isNotNull();
        assertThat(read("Authentication-Results: " + "=?utf-8?Q?x?=\r\n ".repeat(501) + "x\r\n" + BOUNDARY)
                        .unreadable())
                .isNotNull();
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

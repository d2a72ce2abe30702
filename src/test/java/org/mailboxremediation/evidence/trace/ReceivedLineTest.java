package org.mailboxremediation.evidence.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivedLineTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from mx.example.net (mx.example.net [203.0.113.9]) by mail.example.com (Postfix) with ESMTP id 1",
                "from evil.example ([203.0.113.9]) by mail.example.com with ESMTP",
                "from [203.0.113.9] (helo=[198.51.100.1]) by mail.example.com with esmtp (Exim 4.9)",
                "from mx.example.net ([203.0.113.9] helo=[198.51.100.1]) by mail.example.com with esmtp",
                "from x (helo.example.net [203.0.113.9] helo=[198.51.100.1]) by mail.example.com with esmtp",
                "from x (ident-1 [203.0.113.9] HELO [198.51.100.1]) by mail.example.com with esmtp",
                "from unknown (HELO 198.51.100.1) (203.0.113.9) by mail.example.com with SMTP",
                "from 198.51.100.1 (EHLO mx.example.net) (203.0.113.9) by mail.example.com",
                "from [203.0.113.9] by mail.example.com with HTTP",
                "from mx.example.net [203.0.113.9] by mail.example.com",
                "from mx.example.net (203.0.113.9) by mail.example.com (192.0.2.5) with Microsoft SMTP Server",
                "FROM by (mx.example.net [203.0.113.9]) BY mail.example.com",
                "from x (IDENT:[198.51.100.1]@mx.example.net [203.0.113.9]) by mail.example.com",
                "from x (x [203.0.113.9]) (Client CN \"[198.51.100.1]\", Issuer \"y\" (not verified)) by mail.example.com",
                "from x (mx.example.net. [::ffff:203.0.113.9]) by mail.example.com",
                "from x ([203.0.113.9]:25) by mail.example.com",
                "from ([203.0.113.9:50387] helo=mx.example.net) by mail.example.com (ecelerity 2.1.1.3) with ESMTP",
                "from mx.example.net (HELO x) (ident@203.0.113.9 with login) by mail.example.com with SMTP",
                "from x (x [203.0.113.9] (may be forged)) by mail.example.com"
            })
    void readsTheAddressTheReceiverSaw(String line) {
        assertThat(ReceivedLine.read(line).peer()).map(IpAddress::toString).contains("203.0.113.9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "by 198.51.100.1 with SMTP id x",
                "(qmail 7 invoked from network); 1 Jan 2026 00:00:00 -0000",
                "(from alice@localhost) by mail.example.com",
                "from localhost by mail.example.com with local",
                "from pop.example.net [203.0.113.9] by localhost with POP3 (fetchmail-6.3)",
                "from x ([unix socket]) by mail.example.com (Cyrus) with LMTPA"
            })
    void passesOverWhatIsNoHop(String line) {
        assertThat(ReceivedLine.read(line).hop()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from 198.51.100.1 (203.redacted.113.9) by mail.example.com",
                "from 198.51.100.1 (2001:db8:x@y:cafe::f1) by mail.example.com",
                "from [198.51.100.1] by x by mail.example.com with ESMTP",
                "from mx.example.net by mail.example.com with ESMTP"
            })
    void saysWhenTheAddressCannotBeRead(String line) {
        ReceivedLine read = ReceivedLine.read(line);

        assertThat(read.hop()).isTrue();
        assertThat(read.peer()).isEmpty();
    }

    @Test
    void doesNotWorkThroughAnEndlessLine() {
        ReceivedLine read = ReceivedLine.read("from " + "(1.".repeat(100_000));

        assertThat(read.hop()).isTrue();
        assertThat(read.peer()).isEmpty();
    }
}

package org.mailboxremediation.evidence.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whole header blocks as services put them together, with documentation addresses in place of theirs. */
class MessageFormsTest {

    private static final OwnNetworks OWN = OwnNetworks.of(List.of("192.0.2.0/24", "2603:1000::/24", "2a01:111::/32"));

    @Test
    void microsoftsHeadlessVerdictsStandAboveAReturnPathBelowTheReceivedLines() {
        OriginReport report = read(
                "Received: from AM0PR01.prod.outlook.example (2603:10a6:20b:1::f) by DB9PR01.prod.outlook.example"
                        + " (2603:10a6:10:2::5) with Microsoft SMTP Server (version=TLS1_2) id 15.20.1; Mon, 2 Mar 2026",
                "Received: from AM0EUR02FT.eop.outlook.example (2603:10a6:20b:2::1) by AM0PR01.outlook.example"
                        + " (2603:10a6:20b:1::f) with Microsoft SMTP Server id 15.20.1 via Frontend Transport",
                "Authentication-Results: spf=softfail (sender IP is 203.0.113.9)",
                " smtp.mailfrom=bank.example; dkim=none (message not signed)",
                " header.d=none;dmarc=fail action=quarantine header.from=bank.example;compauth=fail reason=000",
                "Received-SPF: SoftFail (protection.outlook.example: domain of transitioning bank.example discourages",
                " use of 203.0.113.9 as permitted sender)",
                "Received: from mail.evil.example (203.0.113.9) by AM0EUR02FT.mail.protection.outlook.example"
                        + " (10.13.55.1) with Microsoft SMTP Server (version=TLS1_2) id 15.20.1 via Frontend Transport",
                "Received: from accountprotection.microsoft.example (198.51.100.111) by VE1.mail.protection.outlook.example",
                "X-Sender-IP: 203.0.113.9",
                "Return-Path: <alert@bank.example>");
        assertThat(report.originatingIp()).isEqualTo("203.0.113.9");
        assertThat(report.returnPath()).isEqualTo("alert@bank.example");
        assertThat(report.spf()).isEqualTo(SpfResult.SOFTFAIL);
        assertThat(report.dkim()).isEqualTo("none");
        assertThat(report.dmarc()).isEqualTo("fail");
    }

    @Test
    void amazonsReceiverPutsItsVerdictsBetweenTheLines() {
        OriginReport report = read(
                "Return-Path: <>",
                "Received: from mail.evil.example (mail.evil.example [203.0.113.9])",
                " by inbound-smtp.us-east-1.amazonaws.example with SMTP id a5aeouotrj56v5d2465",
                " for a@example.com; Sun, 31 May 2020 13:07:43 +0000 (UTC)",
                "X-SES-Spam-Verdict: PASS",
                "Received-SPF: fail (spfCheck: domain of evil.example does not designate 203.0.113.9) client-ip=203.0.113.9;",
                "Authentication-Results: amazonses.example; spf=fail (spfCheck: evil.example) client-ip=203.0.113.9;"
                        + " dkim=pass header.i=@evil.example; dmarc=fail header.from=evil.example;",
                "Received: from [198.51.100.7] by somewhere.example");
        assertThat(report.originatingIp()).isEqualTo("203.0.113.9");
        assertThat(report.returnPath()).isEmpty();
        assertThat(report.spf()).isEqualTo(SpfResult.FAIL);
        assertThat(report.dmarc()).isEqualTo("fail");
        assertThat(report.dkim()).as("a pass that our side did not sign for").isNull();
    }

    @Test
    void gmailsOwnHopsAreSkippedAndItsVerdictsCount() {
        OriginReport report = readFrom(
                OwnNetworks.of(List.of("gmail")),
                "Delivered-To: a@gmail.example",
                "Received: by 2002:a05:6504:5189:b0:2a1:1 with SMTP id y9csp1; Mon, 2 Mar 2026 10:00:02 -0800 (PST)",
                "X-Received: by 2002:a05:6a00:1 with SMTP id x1; Mon, 2 Mar 2026 10:00:01 -0800 (PST)",
                "ARC-Authentication-Results: i=1; mx.google.com; spf=pass",
                "Return-Path: <bounce+61e23f@mg.evil.example>",
                "Received: from v539.evil.example (v539.evil.example. [203.0.113.9])",
                "        by mx.google.com with UTF8SMTPS id 6a1803df08f44 for <a@gmail.example>;",
                "Authentication-Results: mx.google.com;",
                "       dkim=pass header.i=@mg.evil.example header.s=mailo header.b=SWqEXy85;",
                "       spf=pass (google.com: domain of bounce+61e23f@mg.evil.example designates 203.0.113.9 as permitted"
                        + " sender) smtp.mailfrom=\"bounce+61e23f@mg.evil.example\";",
                "       dmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from=evil.example");
        assertThat(report.originatingIp()).isEqualTo("203.0.113.9");
        assertThat(report.returnPath()).isEqualTo("bounce+61e23f@mg.evil.example");
        assertThat(report.spf()).isEqualTo(SpfResult.PASS);
        assertThat(report.dkim()).isEqualTo("pass");
        assertThat(report.dmarc()).isEqualTo("pass");
    }

    @Test
    void aCyrusStoreAndAProofpointFilterStandAboveTheBoundary() {
        OriginReport report = read(
                "Return-Path: <mallory@evil.example>",
                "Received: from imap.example.com ([unix socket]) by imap.example.com (Cyrus 3.4.2) with LMTPA;",
                "Received: from pps.filterd (m0246629.ppops.example [127.0.0.1])",
                "\tby mx0b.example.com (8.16.1.2/8.16.1.2) with SMTP id 1BE7tcRB005519",
                "Received: from mail.evil.example (mail.evil.example [203.0.113.9])",
                "\tby mx0b.example.com (PPS) with ESMTPS id 3a1",
                "Received: from localhost (Unknown [127.0.0.1]) by mail.evil.example (Haraka) with ESMTPSA id D2.1");
        assertThat(report.originatingIp()).isEqualTo("203.0.113.9");
        assertThat(report.identity().authenticatedAs()).isNull();
    }

    @Test
    void mailThatWasFetchedCameInWhereItsFirstHostSawIt() {
        OriginReport report = read(
                "Return-Path: <mallory@evil.example>",
                "Received: from imap.isp.example [198.51.100.5] by localhost with IMAP (fetchmail-6.4.38) for <a@localhost>",
                "Received: from spooler by mail.example.com (Mercury/32 v4.52); 10 May 2021 15:30:28 +0300",
                "Received: from mail.evil.example ([203.0.113.9] helo=x) by mx.isp.example with esmtp (Exim 4.96)",
                "Received: from home (198.51.100.66) by mail.evil.example");
        assertThat(report.originatingIp()).isEqualTo("203.0.113.9");
    }

    @Test
    void aQuotedGreetingIsThePeersWord() {
        OriginReport report = read(
                "Return-Path: <mallory@evil.example>",
                "Received: from [198.51.100.7] ([203.0.113.9]:1042 \"EHLO [198.51.100.7]\" rhost-flags-OK-FAIL-OK-OK)",
                "\tby vger.example.com with ESMTP id S1; Tue, 14 Dec 2021 03:49:57 -0500");
        assertThat(report.originatingIp()).isEqualTo("203.0.113.9");
    }

    @Test
    void aLineThatNamesItsWriterFirstIsABoundaryTooAndNoDeeperOneIsTaken() {
        OriginReport report = read(
                "Received: by mx.example.com (8.11.6/8.11.6) from mail.evil.example ([203.0.113.9]) with ESMTP id 1",
                "Received: from friend.example (friend.example [198.51.100.66]) by mail.evil.example");
        assertThat(report.originatingIp()).isEqualTo("203.0.113.9");
        assertThat(report.returnPath()).isNull();
    }

    @Test
    void anUnreadableBoundaryIsNotReplacedByAClaimBelowIt() {
        OriginReport report = read(
                "Received: from mail.evil.example (mail.evil.example [IPv6:2001:db8:xxxx::9]) by mx.example.com (Postfix)",
                "Received: from friend.example (friend.example [198.51.100.66]) by mail.evil.example");
        assertThat(report.boundary()).isEqualTo(Boundary.UNDETERMINED);
        assertThat(report.originatingIp()).isNull();
    }

    private static OriginReport read(String... lines) {
        return readFrom(OWN, lines);
    }

    private static OriginReport readFrom(OwnNetworks own, String... lines) {
        String message = String.join("\r\n", lines) + "\r\n\r\nbody\r\n";
        return OriginReader.read(message.getBytes(StandardCharsets.US_ASCII), own);
    }
}

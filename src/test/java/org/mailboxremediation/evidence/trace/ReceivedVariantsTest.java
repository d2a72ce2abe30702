package org.mailboxremediation.evidence.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The spellings of Received lines that servers are known for, with documentation addresses. */
class ReceivedVariantsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            203.0.113.9|from mail.evil.example (mail.evil.example [203.0.113.9]) by mx.example.com (Postfix) with ESMTPS id 4Abc for <a@example.com>; Mon, 2 Mar 2026 10:00:00 +0000 (UTC)
            203.0.113.9|from x (unknown [203.0.113.9]) (using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits) key-exchange X25519 server-signature RSA-PSS (2048 bits)) (No client certificate requested) by mx.example.com (Postfix) with ESMTPS
            2001:db8::9|from x (x [IPv6:2001:db8::9]) by mx.example.com (Postfix) with ESMTP
            203.0.113.9|from [192.168.1.4] (helo.example [203.0.113.9]) (Authenticated sender: u@evil.example) by mx.example.com (Postfix) with ESMTPSA
            203.0.113.9|from [203.0.113.9] (helo=host.example) by mx.example.com with esmtp (Exim 4.96) (envelope-from <a@b.example>) id 1abc
            203.0.113.9|from host.example ([203.0.113.9]:54321 helo=[192.168.1.5]) by mx.example.com with esmtpsa (TLS1.3) tls TLS_AES_256_GCM_SHA384 (Exim 4.96) id 1x
            203.0.113.9|from host.example ([203.0.113.9] helo=x ident=nobody) by mx.example.com with smtp (Exim 3.36 #1 (Debian)) id 1x
            2001:db8::9|from x ([2001:db8::9]:1234) by mx.example.com with esmtps (Exim 4.96)
            203.0.113.9|from x (y.example [203.0.113.9]) by mx.example.com (8.15.2/8.15.2) with ESMTP id v1
            203.0.113.9|from x (IDENT:root@y.example [203.0.113.9]) by mx.example.com (8.9.3/8.9.3) with SMTP id v1
            203.0.113.9|from x (y.example [203.0.113.9] (may be forged)) by mx.example.com (8.14.4/8.14.4) with ESMTP
            2001:db8::9|from x ([IPv6:2001:db8::9]) by mx.example.com (8.17.1/8.17.1) with ESMTPS
            203.0.113.9|from unknown (HELO x.example) (203.0.113.9) by mx.example.com with SMTP; 2 Mar 2026 10:00:00 -0000
            203.0.113.9|from y.example (HELO x) (u@203.0.113.9) by mx.example.com with SMTP
            203.0.113.9|from unknown (HELO [198.51.100.1]) (203.0.113.9) by mx.example.com with SMTP
            203.0.113.9|from x.example (203.0.113.9) by mx.example.com with SMTP; 2 Mar 2026
            203.0.113.9|from 127.0.0.1  (EHLO x.example) (203.0.113.9) by mta4001.mail.example.com with SMTPs (version=TLS1_2 cipher=ECDHE)
            not a hop|(qmail 1234 invoked from network); 2 Mar 2026 10:00:00 -0000
            not a hop|(qmail 1234 invoked by uid 89); 2 Mar 2026 10:00:00 -0000
            not a hop|by 2002:a05:6830:1:: with SMTP id x1csp1; Mon, 2 Mar 2026 10:00:00 -0800 (PST)
            203.0.113.9|from A.evil.example (203.0.113.9) by B.example.com (198.51.100.2) with Microsoft SMTP Server (TLS) id 15.1.2507.6; Mon, 2 Mar 2026
            203.0.113.9|from A ([203.0.113.9]) by B.example.com with Microsoft SMTPSVC(6.0.3790.4675); Mon, 2 Mar 2026
            2603:10a6:20b:1::f|from A.prod.outlook.example (2603:10a6:20b:1::f) by B.prod.outlook.example (2603:10a6:20b:2::5) with Microsoft SMTP Server (version=TLS1_2, cipher=TLS_ECDHE) id 15.20.1
            203.0.113.9|from mail.evil.example (203.0.113.9) by AM0EUR02FT.mail.protection.outlook.example (10.13.55.1) with Microsoft SMTP Server (version=TLS1_2) id 15.20.1 via Frontend Transport
            fe80::1|from A.example.com ([fe80::1%12]) by A.example.com ([fe80::1%12]) with mapi id 15.01
            203.0.113.9|from mail.evil.example (mail.evil.example. [203.0.113.9]) by mx.google.example with ESMTPS id a1-2 for <a@example.com> (version=TLS1_3 cipher=TLS_AES)
            203.0.113.9|from x ([203.0.113.9]) by y.example.com (Lotus Domino Release 8.5.3FP6) with ESMTP id 20260302
            not a hop|from pop.example.org [203.0.113.9] by localhost with POP3 (fetchmail-6.3.26) for <a@localhost> (single-drop)
            not a hop|from imap.example.org (203.0.113.9) by host.example.com with IMAP (fetchmail-6.4.1)
            not a hop|from pop.example.org (pop.example.org [203.0.113.9]) by localhost with POP3-SSL
            not a hop|from pop.example.org ([203.0.113.9]) by localhost with POP3S
            not a hop|from imap.example.org ([203.0.113.9]) by localhost with IMAPS
            not a hop|from imap.example.org ([203.0.113.9]) by localhost with IMAP4-SSL
            203.0.113.9|from [198.51.100.1] ([203.0.113.9]) by mx.example.com with ESMTP
            203.0.113.9|from 198.51.100.1 (x.example [203.0.113.9]) by mx.example.com with ESMTP
            203.0.113.9|from unknown (HELO x) ([203.0.113.9]) by ironport.example.com with ESMTP/TLS/ECDHE-RSA-AES256-GCM-SHA384
            203.0.113.9|from x.example ([203.0.113.9]) by mx.example.com (MDaemon PRO v10.1.1) with ESMTP id md1 for <a@example.com>
            203.0.113.9|from [203.0.113.9] (HELO x.example) by mx.example.com (CommuniGate Pro SMTP 5.4.10) with ESMTP id 1
            203.0.113.9|from [203.0.113.9] (account u@y.example HELO x) by mx.example.com (CommuniGate Pro SMTP 6.2) with ESMTPSA id 1
            203.0.113.9|from x (y.example [::ffff:203.0.113.9]) (TLS: TLSv1/SSLv3,256bits,AES256-SHA) by mx.example.com with esmtp; Mon, 2 Mar 2026
            203.0.113.9|from x ([203.0.113.9]) (AUTH: LOGIN u@y.example) by mx.example.com with esmtp
            203.0.113.9|from 203.0.113.9 ([203.0.113.9]) by james.example.com (JAMES SMTP Server 2.3.2) with SMTP ID 12 for <a@example.com>;
            203.0.113.9|from x (y.example [203.0.113.9]) by mx.example.com (OpenSMTPD) with ESMTPS id ab12 (TLSv1.2:ECDHE-RSA-CHACHA20-POLY1305:256:NO)
            203.0.113.9|from x.example (203.0.113.9) by mx.example.com (PowerMTA(TM) v3.5r13) id h1 for <a@example.com>
            203.0.113.9|from x ([203.0.113.9]) by mx.example.com with MailEnable ESMTP; Mon, 2 Mar 2026
            203.0.113.9|from x.example (Not Verified[203.0.113.9]) by mx.example.com with MailMarshal (v6,2) id <B1>
            203.0.113.9|from [203.0.113.9] by server-1.bemta-5.messagelabs.example id AB/12; Mon, 2 Mar 2026
            203.0.113.9|from unknown [203.0.113.9] (EHLO x.example) by mx.example.com(mxl_mta-6.9.0) over TLS secured channel with ESMTP id 1 (envelope-from <>)
            203.0.113.9|from x (unverified [203.0.113.9]) by mx.example.com (SurgeMail 3.7b) with ESMTP id 1
            203.0.113.9|from x (203.0.113.9) by mx.example.com (Mercury/32 v4.01b) with ESMTP ID MG1
            203.0.113.9|from [203.0.113.9] ([203.0.113.9:52311] helo=x.example) by smtp1.gate.example.com (envelope-from <a@b.example>) (ecelerity 4.2.1.56364 r(Core:4.2.1.14)) with ESMTPS (cipher=DHE-RSA) id 1
            203.0.113.9|from mout.evil.example ([203.0.113.9]) by mx.example.com (mxeue012 [198.51.100.9]) with ESMTPS (Nemesis) id 1
            203.0.113.9|from x.example([203.0.113.9]) by mx.example.com(198.51.100.1) with SMTP id smtpd1
            203.0.113.9|FROM x.example (x.example [203.0.113.9]) BY mx.example.com WITH ESMTP
            203.0.113.9|from x.example (x.example [203.0.113.9])\tby mx.example.com\twith ESMTP
            203.0.113.9|from x.example ( [203.0.113.9] ) by mx.example.com with ESMTP
            203.0.113.9|from x.example (proxying for 198.51.100.77) ([203.0.113.9]) by mx.example.com with ESMTP
            203.0.113.9|from x.example (HELO 198.51.100.77) (203.0.113.9) by mx.example.com with ESMTP
            203.0.113.9|from by.evil.example (by.evil.example [203.0.113.9]) by mx.example.com with ESMTP
            203.0.113.9|from x ([203.0.113.9] RDNS failed) by mx.example.com with Microsoft SMTPSVC(8.5.9600.16384)
            203.0.113.9|from x.example (HELO y) (203.0.113.9) (smtp-auth username u, mechanism login) by mx.example.com (qpsmtpd/0.84) with ESMTPA
            203.0.113.9|from x (client-203-0-113-9.isp.example [203.0.113.9]) by mx.example.com (Postfix) with ESMTP
            203.0.113.9|from x (client.isp.example [203.0.113.9]) (Client did not present a certificate) by mx.example.com with ESMTP
            203.0.113.9|from using.example (using.example [203.0.113.9]) by mx.example.com with ESMTP
            203.0.113.9|from [198.51.100.1] (authenticated.isp.example [203.0.113.9]) (authenticated bits=0) by mx.example.com with ESMTPSA
            unreadable|from x (y.example [203.0.113.xxx]) by mx.example.com (Postfix) with ESMTP
            unreadable|from x (y.example [REDACTED]) by mx.example.com (Postfix) with ESMTP
            unreadable|from x (unknown [203.phishing@pot.113.60]) by mx.example.com (Postfix) with ESMTP
            unreadable|from [198.51.100.1] (y.example [x.x.x.x]) by mx.example.com (Postfix) with ESMTP
            unreadable|from x.example by mx.example.com with ESMTP id 1
            unreadable|from x (y.example [999.0.113.9]) by mx.example.com with ESMTP
            """)
    void areRead(String expected, String line) {
        ReceivedLine read = ReceivedLine.read(line);
        String peer = read.peer().map(IpAddress::toString).orElse("unreadable");
        assertThat(read.hop() ? peer : "not a hop").isEqualTo(expected);
    }
}

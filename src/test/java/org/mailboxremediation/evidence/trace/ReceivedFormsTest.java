package org.mailboxremediation.evidence.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Received lines as servers and services of other kinds write them, with documentation addresses in place of theirs. */
class ReceivedFormsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            203.0.113.9|from mx0a.evil.example ([203.0.113.9]:44854 "EHLO mx0a.evil.example" rhost-flags-OK-OK-OK-OK) by vger.example.org with ESMTP id S231697AbhLNIt5 (ORCPT <rfc822;list@vger.example.org>); Tue, 14 Dec 2021 03:49:57 -0500
            2001:db8::9|from mail.evil.example ([IPv6:2001:db8::9]:1042 "EHLO [198.51.100.7]" rhost-flags-OK-FAIL-OK-OK) by vger.example.org with ESMTP id S1; Tue, 14 Dec 2021 03:49:57 -0500
            203.0.113.9|from ([203.0.113.9]) for <a@example.com> with MailEnable Catch-All Filter; Wed, 13 Jul 2011 09:25:50 -0700
            203.0.113.9|from main.evil.example ([203.0.113.9]) by mail.example.com with MailEnable ESMTPA; Wed, 13 Jul 2011 09:25:49 -0700
            203.0.113.9|from hp6735b1 ([203.0.113.9] helo=hp6735b1) with IPv4:25 by spamfilter.example.com; 4 Jan 2010 14:35:25 +0100
            203.0.113.9|from 198.51.100.188 (EHLO bmm.evil.example) (203.0.113.9)
            203.0.113.9|from smtp-gw.evil.example (smtp-gw.evil.example [203.0.113.9])
            203.0.113.9|from sender5.evil.example (sender5.evil.example [203.0.113.9] (AS64500 EVIL, US)) (using TLSv1.3 with cipher TLS13_AES_256_GCM_SHA384) by mx.example.com (Stalwart SMTP) with ESMTPS id 49A5F2B839DB1C2; Sat, 26 Sep 2026 15:59:40 +0000
            2001:db8::9|from mail.evil.example (mail.evil.example [2001:db8::9] (AS64500 Evil LLC, US)) by mx.example.com (Stalwart SMTP) with ESMTPS id 1; Sat, 26 Sep 2026 15:59:40 +0000
            203.0.113.9|from localhost (Unknown [203.0.113.9]) by mail.example.com (Haraka) with ESMTPSA id D2231BD6-852A.1 envelope-from <a@evil.example> tls TLS_AES_256_GCM_SHA384 (authenticated bits=0); Tue, 14 Jan 2025 22:09:25 +0000
            127.0.0.1|from pps.filterd (m0246629.ppops.example [127.0.0.1]) by mx0b-0000.pphosted.example (8.16.1.2/8.16.1.2) with SMTP id 1BE7tcRB005519; Tue, 14 Dec 2021 08:49:55 GMT
            203.0.113.9|from evil.example (evil.example [203.0.113.9]) by mx0a-0000.pphosted.example (PPS) with ESMTPS id 3a1 (version=TLSv1.2 cipher=ECDHE-RSA-AES256-GCM-SHA384 bits=256 verify=NOT); Tue, 06 Jul 2021 06:22:48 -0400
            127.0.0.1|from m0167089.ppops.example (m0167089.ppops.example [127.0.0.1]) by pps.reinject (8.16.0.36/8.16.0.36) with SMTP id 1; Tue, 06 Jul 2021 06:22:48 -0400
            203.0.113.9|from mx01.evil.example (mx3.evil.example [203.0.113.9]) by relay.mimecast.example with ESMTP with STARTTLS (version=TLSv1.2, cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id us-mta-379-xeMwM1A4O1ilQ1xUzIEo6w-1; Thu, 30 Mar 2023 07:36:59 -0400
            203.0.113.9|from mx01.evil.example (mx01.evil.example [203.0.113.9]) (Using TLS) by relay.mimecast.example with ESMTP id us-mta-32-T_nwPjz2OWidMkApyAXhjQ-1; Thu, 24 Oct 2019 07:27:59 -0400
            203.0.113.9|from de-smtp.evil.example (unknown [203.0.113.9]) by us1-rack-iad1.example.com (Halon) with ESMTPS id 2e7a39f0-6b60; Thu, 23 Sep 2021 12:15:29 +0000 (UTC)
            203.0.113.9|from mail.evil.example (mail.evil.example [203.0.113.9]) by inbound-smtp.us-east-1.amazonaws.example with SMTP id a5aeouotrj56v5d2465 for a@example.com; Sun, 31 May 2020 13:07:43 +0000 (UTC)
            203.0.113.9|from v539.send.evil.example (v539.send.evil.example. [203.0.113.9]) by mx.google.example with UTF8SMTPS id 6a1803df08f44; Fri, 21 Aug 2026 08:33:51 -0700 (PDT)
            2001:db8:b31:2d00:277c:5cbe:7f44:752b|from localhost ([2001:db8:b31:2d00:277c:5cbe:7f44:752b]) by smtp.gmail.example with UTF8SMTPSA id 98e67ed59e1d1 (version=TLS1_3 cipher=TLS_AES_256_GCM_SHA384 bits=256/256); Sat, 15 Mar 2025 08:02:43 -0700 (PDT)
            203.0.113.9|from zn.evil.example (p5de8ed27.dip0.isp.example [203.0.113.9]) (using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits) key-exchange ECDHE (P-256) server-signature ECDSA (P-256) server-digest SHA256) (No client certificate requested) by mail.example.com (SuperMail on ZX Spectrum 128k) with UTF8SMTPSA id 7495040E00DD; Thu, 9 Oct 2025 10:19:19 +0000 (UTC)
            203.0.113.9|from localhost (unknown [203.0.113.9]) (Authenticated sender: mallory) by bali.example.com (Postfix) with UTF8SMTPSA id 3F71B17E0CF8; Tue, 8 Jul 2025 21:37:06 +0200 (CEST)
            not a hop|from Spooler by u1.example.com (Mercury/32 v4.52) ID MO003548; 10 May 2021 15:30:40 +0300
            not a hop|from spooler by mail-u1.hidden (Mercury/32 v4.52); 10 May 2021 15:30:28 +0300
            203.0.113.9|from ul1.evil.example (203.0.113.9) by smtp-1.example.com (Mercury/32 v4.52) with ESMTP ID MG003541; 10 May 2021 15:30:16 +0300
            203.0.113.9|from mail.evil.example ([203.0.113.9]) by mail.example.com with hMailServer ; Mon, 2 Mar 2026 10:00:00 +0100
            203.0.113.9|from [192.168.1.4] (dsl-9.isp.example [203.0.113.9]) by mail.example.com with ESMTPSA (version=TLSv1.2 cipher=ECDHE-RSA-AES256-GCM-SHA384 bits=256) ; Mon, 2 Mar 2026 10:00:00 +0100
            203.0.113.9|from mail.evil.example ([203.0.113.9]) (using TLSv1.2 with cipher ECDHE-RSA-AES256-GCM-SHA384 (256/256 bits)) by mail.example.com (Kerio Connect 9.4.1) with ESMTPS for a@example.com; Mon, 2 Mar 2026 10:00:00 +0100
            203.0.113.9|from mail.evil.example (mail.evil.example [203.0.113.9]) by nas.example.com (Synology MailPlus) with ESMTPS id 4F8; Mon, 2 Mar 2026 10:00:00 +0000
            203.0.113.9|from mail.evil.example (mail.evil.example [203.0.113.9]) (TLS: TLS1.3,256bits,ECDHE_RSA_AES_256_GCM_SHA384) by courier.example.com with ESMTPS; Mon, 2 Mar 2026 10:00:00 +0000 id 0000000000081E2F.0000000065
            203.0.113.9|from mail.evil.example ([::ffff:203.0.113.9]) by courier.example.com with esmtp; Mon, 02 Mar 2026 10:00:00 +0000
            203.0.113.9|from mail.evil.example (mail.evil.example [203.0.113.9]) by mx.example.com (OpenSMTPD) with ESMTPS id 33d1ae6f (TLSv1.3:TLS_AES_256_GCM_SHA384:256:NO) for <a@example.com>; Mon, 2 Mar 2026 10:00:00 +0000 (UTC)
            not a hop|from localhost (mx.example.com [local]) by mx.example.com (OpenSMTPD) with ESMTPA id 8d21; Mon, 2 Mar 2026 10:00:00 +0000 (UTC)
            203.0.113.9|from mail.evil.example (EHLO mail.evil.example) ([203.0.113.9]) by james.example.com (JAMES SMTP Server ) with ESMTPS (TLSv1.3 with cipher TLS_AES_256_GCM_SHA384) ID 87f1 for <a@example.com>; Mon, 2 Mar 2026 10:00:00 +0000 (UTC)
            203.0.113.9|from mail.evil.example (LHLO mail.evil.example) (203.0.113.9) by zimbra.example.com with LMTPX; Mon, 2 Mar 2026 10:00:00 +0000
            not a hop|from zimbra.example.com (LHLO zimbra.example.com) (192.0.2.7) by zimbra.example.com with LMTP; Mon, 2 Mar 2026 10:00:00 +0000
            not a hop|from mail.example.com ([unix socket]) by mail.example.com (Cyrus 3.4.2) with LMTPA; Mon, 02 Mar 2026 10:00:00 +0000
            not a hop|from mx.example.com ([192.0.2.7]) by dovecot.example.com with LMTP id gIxpB2 (envelope-from <a@b.example>); Mon, 02 Mar 2026 10:00:00 +0000
            not a hop|from mx.example.com ([192.0.2.7]) by imap.example.com with LMTPSA id gI; Mon, 02 Mar 2026 10:00:00 +0000
            203.0.113.9|from mail.evil.example (mail.evil.example [203.0.113.9]) by barracuda.example.com with ESMTP id aB3dE for <a@example.com>; Mon, 02 Mar 2026 10:00:00 +0000 (GMT)
            203.0.113.9|from mail.evil.example ([203.0.113.9]) by barracuda.example.com (Spam & Virus Firewall) with ESMTP id 1A2B3C; Mon, 2 Mar 2026 10:00:00 +0000 (GMT)
            203.0.113.9|from mail.evil.example (mail.evil.example [203.0.113.9]) by mx-inbound10-1.us-east-2b.ess.example (version=TLSv1.2 cipher=ECDHE-RSA-AES128-GCM-SHA256 bits=128 verify=NO); Mon, 02 Mar 2026 10:00:00 +0000
            203.0.113.9|from mail.evil.example (mail.evil.example [203.0.113.9]) by mx.zohomail.example with SMTPS id 1772445600123456.78901; Mon, 2 Mar 2026 02:00:00 -0800 (PST)
            203.0.113.9|from [192.168.1.9] (dsl.isp.example [203.0.113.9]) by mx.zohomail.example with SMTPS id 17724456001; Mon, 2 Mar 2026 02:00:00 -0800 (PST)
            203.0.113.9|from 203.0.113.9 (EHLO mail.evil.example) by 10.222.174.9 with SMTPs (version=TLS1_2 cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384); Mon, 02 Mar 2026 10:00:00 +0000
            203.0.113.9|from 203.0.113.9 (HELO sonic.evil.example) (203.0.113.9) by mta.yahoo.example with SMTPs (version=TLS1_3 cipher=TLS_AES_256_GCM_SHA384); Mon, 02 Mar 2026 10:00:00 +0000
            203.0.113.9|from mail.evil.example (mail.evil.example [203.0.113.9]) by mx01.mail.icloud.example (Postfix) with ESMTPS id 4X1 for <a@icloud.example>; Mon, 2 Mar 2026 10:00:00 +0000 (UTC)
            203.0.113.9|from mail.evil.example (mail.evil.example [203.0.113.9]) by ms11p00.icloud.example (Oracle Communications Messaging Server 8.0.2.8 64bit (built Jul 7 2022)) with ESMTPS id <0R@ms11p00.icloud.example>; Mon, 2 Mar 2026 10:00:00 +0000 (GMT)
            203.0.113.9|from [192.0.2.4] (dsl.isp.example [203.0.113.9]) by mail.example.com (Sun Java System Messaging Server 6.2-4.03) with ESMTPSA id <0I@mail.example.com>; Mon, 2 Mar 2026 10:00:00 +0000
            203.0.113.9|from sonic310.consmr.mail.evil.example (sonic310.consmr.mail.evil.example [203.0.113.9]) (version=TLS1_3 cipher=TLS_AES_128_GCM_SHA256 bits=128/128) by mx.example.com with ESMTPS id 1
            unreadable|from mail.evil.example by mx.example.com (203.0.113.9) with Microsoft SMTP Server; Mon, 2 Mar 2026 10:00:00 +0000
            203.0.113.9|from mail.evil.example ([203.0.113.9]) by mail.example.com (MDaemon PRO v23.5.2) with ESMTPS id md5001.msg for <a@example.com>; Mon, 02 Mar 2026 10:00:00 +0000
            203.0.113.9|from mail.evil.example [203.0.113.9] by mail.example.com with ESMTP (SMTPD32-8.15) id A1B2C3; Mon, 2 Mar 2026 10:00:00 -0500
            203.0.113.9|from mail.evil.example [203.0.113.9] by mail.example.com with SmarterMail SMTP (TLS1.2); Mon, 2 Mar 2026 10:00:00 +0000
            203.0.113.9|from UnknownHost [203.0.113.9] by mail.example.com with SMTP; Mon, 2 Mar 2026 10:00:00 +0000
            203.0.113.9|from mail.evil.example ([203.0.113.9]) by notes.example.com (Lotus Domino Release 9.0.1FP10) with ESMTP id 2026030210000012-345 ; Mon, 2 Mar 2026 10:00:00 +0100
            203.0.113.9|from mail.evil.example ([203.0.113.9]) by notes.example.com (HCL Domino Release 12.0.2) with ESMTP id 2026030210000012-345 ; Mon, 2 Mar 2026 10:00:00 +0100
            not a hop|by notes.example.com (Lotus Domino Release 8.5.3) id 2026030210000000:12 ; Mon, 2 Mar 2026 10:00:00 +0100
            203.0.113.9|from mail.evil.example (HELO mail.evil.example) [203.0.113.9] by mail.example.com (CommuniGate Pro SMTP 6.3.3) with ESMTPS id 1; Mon, 02 Mar 2026 10:00:00 +0000
            not a hop|by mail.example.com (CommuniGate Pro PIPE 6.1.1) with PIPE id 12; Mon, 02 Mar 2026 10:00:00 +0000
            not a hop|from [203.0.113.9] (account a@example.com) by mail.example.com (CommuniGate Pro IMAP 6.3) with IMAP id 1
            not a hop|from mail.isp.example by host.example.com with POP3 (getmail 5.16) for <a@localhost>; 02 Mar 2026 10:00:00 -0000
            not a hop|from mail.isp.example by host.example.com with SimpleIMAPSSLRetriever (getmail 6.18) for <a@localhost>; 02 Mar 2026 10:00:00 -0000
            not a hop|from unknown by pop.isp.example:110 with POP3 (mpop-1.4.9)
            not a hop|from pop.isp.example (203.0.113.9) by localhost with POP3; 02 Mar 2026 10:00:00 -0000
            not a hop|from imap.isp.example [203.0.113.9] by localhost with IMAP (fetchmail-6.4.38 polling imap.isp.example account a) for <a@localhost> (single-drop); Mon, 02 Mar 2026 10:00:00 +0100 (CET)
            not a hop|by mail.example.com (Postfix, from userid 33) id 9A8B7C; Mon, 2 Mar 2026 10:00:00 +0000 (UTC)
            203.0.113.9|by mx.example.com (8.11.6/8.11.6) from mail.evil.example ([203.0.113.9]) with ESMTP id 1; Mon, 2 Mar 2026 10:00:00 +0000
            203.0.113.9|by mx.example.com from [198.51.100.7] (mail.evil.example [203.0.113.9]) with ESMTP id 1; Mon, 2 Mar 2026 10:00:00 +0000
            not a hop|by host.example.com (8.14.4/8.14.4/Submit) id s12 from nobody; Mon, 2 Mar 2026 10:00:00 +0000
            not a hop|by host.example.com with local (Exim 4.96) (envelope-from <a@[203.0.113.9]>) id 1; Mon, 2 Mar 2026 10:00:00 +0000
            not a hop|by filter0084p3las1.sendgrid.example with SMTP id filter0084p3las1-1-5C 2026-03-02 10:00:00.123 +0000 UTC
            not a hop|by mail.example.com id h1v2a8; Mon, 2 Mar 2026 10:00:00 +0000 (envelope-from <a@b.example>)
            fe80::5|from mail.example.com (fe80::5%eth0) by mail.example.com (fe80::5%eth0) with Microsoft SMTP Server id 15.2.1118.40; Mon, 2 Mar 2026 10:00:00 +0000
            203.0.113.9|from mail.evil.example (0:0:0:0:0:ffff:cb00:7109) by mx.example.com with ESMTP id 1
            203.0.113.9|from mail.evil.example ([IPv6:::ffff:203.0.113.9]) by mx.example.com with ESMTP id 1
            2001:db8::9|from [IPv6:2001:db8:0:0:0:0:0:9] (mail.evil.example [IPv6:2001:DB8::9]) by mx.example.com (Postfix) with ESMTPS
            203.0.113.9|from mail.evil.example (mail.evil.example (rack (row (3))) [203.0.113.9]) by mx.example.com with ESMTP
            203.0.113.9|from mail.evil.example (mail.evil.example [203.0.113.9]) by mx.example.com (envelope-sender <x@[198.51.100.7]>) (qmail-ldap-1.03) with ESMTP for <a@example.com>; 2 Mar 2026 10:00:00 -0000
            203.0.113.9|from unknown (HELO evil) ([203.0.113.9]) (envelope-sender <a@evil.example>) by 0 (qmail-1.03) with SMTP for <a@example.com>; 2 Mar 2026 10:00:00 -0000
            203.0.113.9|from mail.evil.example (HELO evil.example) (a@evil.example@203.0.113.9) by mx.example.com with ESMTPA; 2 Mar 2026
            203.0.113.9|from mail.evil.example (203.0.113.9:35266) by mx.example.com with ESMTP id 1
            203.0.113.9|from [203.0.113.9] (port=35266 helo=[198.51.100.9]) by mx.example.com with esmtpsa (TLS1.3) tls TLS_AES_128_GCM_SHA256 (Exim 4.96) (envelope-from <a@evil.example>) id 1
            203.0.113.9|from mail.evil.example ([203.0.113.9]:35266) by mx.example.com with esmtps (TLS1.3) tls TLS_AES_256_GCM_SHA384 (Exim 4.96) id 1 for a@example.com
            unreadable|from mail.evil.example (mail.evil.example [IPv6:2001:db8:xxxx::9]) by mx.example.com (Postfix) with ESMTPS
            unreadable|from mail.evil.example (mail.evil.example [<hidden>]) by mx.example.com (Postfix) with ESMTPS
            unreadable|from mail.evil.example (HELO [198.51.100.7]) by mx.example.com with SMTP
            unreadable|from unknown (HELO 198.51.100.7) by mx.example.com with SMTP
            """)
    void areRead(String expected, String line) {
        ReceivedLine read = ReceivedLine.read(line);
        String peer = read.peer().map(IpAddress::toString).orElse("unreadable");
        assertThat(read.hop() ? peer : "not a hop").isEqualTo(expected);
    }
}

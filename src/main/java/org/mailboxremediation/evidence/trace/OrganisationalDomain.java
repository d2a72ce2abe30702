package org.mailboxremediation.evidence.trace;

import com.google.common.net.InternetDomainName;
import java.util.Locale;

/** The part of a domain that somebody registered, by the public suffix list (RFC 9091 §3.2 says why it is needed). */
final class OrganisationalDomain {

    private static final int LONGEST = 253;

    private OrganisationalDomain() {}

    /** The domain itself where the list knows no registered part of it. */
    static String of(String domain) {
        String name = domain.toLowerCase(Locale.ROOT);
        if (name.length() > LONGEST || name.indexOf('.') < 0 || !InternetDomainName.isValid(name)) {
            return name;
        }
        InternetDomainName parsed = InternetDomainName.from(name);
        return parsed.isUnderPublicSuffix() ? parsed.topPrivateDomain().toString() : name;
    }

    /** Of an address; empty where it has no domain. */
    static String ofAddress(String address) {
        return of(address.substring(address.lastIndexOf('@') + 1));
    }
}

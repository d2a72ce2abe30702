package org.mailboxremediation.sandbox.account;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the owner or an administrator can set on a mailbox beside password, size and access.
 *
 * @param displayName may be empty
 * @param forwarding addresses that mail is forwarded to
 * @param saveForwarded whether a copy of forwarded mail stays
 * @param vacation whether the auto-reply is on
 * @param vacationMessage its text, may be empty
 * @param inCompanyDirectory listed in the company directory
 * @param inExchangeList listed in the Exchange address list
 * @param contact contact fields by their name in the API
 */
public record Profile(
        String displayName,
        List<String> forwarding,
        boolean saveForwarded,
        boolean vacation,
        String vacationMessage,
        boolean inCompanyDirectory,
        boolean inExchangeList,
        Map<String, String> contact) {

    public Profile {
        forwarding = List.copyOf(forwarding);
        contact = Map.copyOf(contact);
    }

    /** A new mailbox's profile. */
    public static Profile named(String displayName) {
        return new Profile(displayName, List.of(), true, false, "", true, true, Map.of());
    }

    /** A copy with another display name. */
    public Profile withDisplayName(String name) {
        return new Profile(
                name,
                forwarding,
                saveForwarded,
                vacation,
                vacationMessage,
                inCompanyDirectory,
                inExchangeList,
                contact);
    }

    /** A copy with other forwarding. */
    public Profile withForwarding(List<String> addresses, boolean saveCopy) {
        return new Profile(
                displayName,
                addresses,
                saveCopy,
                vacation,
                vacationMessage,
                inCompanyDirectory,
                inExchangeList,
                contact);
    }

    /** A copy with another auto-reply. */
    public Profile withVacation(boolean on, String message) {
        return new Profile(
                displayName, forwarding, saveForwarded, on, message, inCompanyDirectory, inExchangeList, contact);
    }

    /** A copy with other directory listings. */
    public Profile withListings(boolean companyDirectory, boolean exchangeList) {
        return new Profile(
                displayName,
                forwarding,
                saveForwarded,
                vacation,
                vacationMessage,
                companyDirectory,
                exchangeList,
                contact);
    }

    /** A copy with these contact fields set and the others kept. */
    public Profile withContact(Map<String, String> changed) {
        Map<String, String> merged = new TreeMap<>(contact);
        merged.putAll(changed);
        return new Profile(
                displayName,
                forwarding,
                saveForwarded,
                vacation,
                vacationMessage,
                inCompanyDirectory,
                inExchangeList,
                merged);
    }
}

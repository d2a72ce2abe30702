package org.mailboxremediation.sandbox;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What no document says about the Rackspace Email API, each as a switch with its assumed value. A client should work
 * with every setting.
 *
 * @param strictTimestamp refuse signatures whose UTC time is more than 15 minutes off; assumed false, since both of the
 *     vendor's own clients differ in time zone
 * @param oldBlockListRoutes serve {@code blacklist} and {@code ipblacklist} beside the names of October 2020
 * @param sizeOver250 what a page size above the documented 250 does
 * @param emptyPageOmitsArray leave the array out of an empty page
 * @param duplicateBlockEntryStatus HTTP status of adding a list entry that is there
 * @param missingBlockEntryStatus HTTP status of removing a list entry that is absent
 * @param throttleWindow whether calls are counted by the clock's minute or over the last 60 seconds
 * @param passwordNameRule refuse passwords that hold the mailbox name or a part of the display name; documented until
 *     2016, silent since
 * @param emptyTextAsBlank answer a single blank where a text is empty
 * @param clearForwardingByEmpty an empty {@code emailForwardingAddresses} removes them all; otherwise it changes nothing
 */
public record Assumptions(
        @DefaultValue("false") boolean strictTimestamp,
        @DefaultValue("true") boolean oldBlockListRoutes,
        @DefaultValue("clamp") SizeOverLimit sizeOver250,
        @DefaultValue("false") boolean emptyPageOmitsArray,
        @DefaultValue("200") int duplicateBlockEntryStatus,
        @DefaultValue("404") int missingBlockEntryStatus,
        @DefaultValue("fixed") ThrottleWindow throttleWindow,
        @DefaultValue("true") boolean passwordNameRule,
        @DefaultValue("false") boolean emptyTextAsBlank,
        @DefaultValue("true") boolean clearForwardingByEmpty) {

    /** What a page size above 250 does. */
    public enum SizeOverLimit {
        CLAMP,
        REFUSE
    }

    /** How a minute is measured. */
    public enum ThrottleWindow {
        FIXED,
        SLIDING
    }
}

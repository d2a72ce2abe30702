/** How fast many mailboxes are locked out, beside what is possible: run by {@code mvn -Pbench verify} only. */
package org.mailboxremediation.bench;

package org.mailboxremediation.webapp;

import org.camunda.bpm.spring.boot.starter.webapp.filter.LazyDelegateFilter;
import org.camunda.bpm.spring.boot.starter.webapp.filter.ResourceLoaderDependingFilter;

/** Makes the filter of the pages once the application has started, as Camunda's own one is made. */
final class PageFilter extends LazyDelegateFilter<ResourceLoaderDependingFilter> {

    PageFilter() {
        super(PagesWithoutSetup.class);
    }
}

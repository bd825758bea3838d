package io.boto4j.internal.endpoint;

import java.util.List;
import java.util.Map;

/**
 * What an endpoint rule says.
 *
 * @param url where to go
 * @param headers what to send along, by name
 * @param properties {@code authSchemes}, {@code backend}
 */
record RuleResult(String url, Map<String, List<String>> headers, Map<?, ?> properties) {}

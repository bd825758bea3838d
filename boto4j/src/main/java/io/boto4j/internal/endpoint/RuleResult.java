package io.boto4j.internal.endpoint;

import java.util.List;
import java.util.Map;

/**
 * The result of an endpoint rule.
 *
 * @param url the URL of the endpoint
 * @param headers the headers to send, by name
 * @param properties the properties, such as {@code authSchemes} and {@code backend}
 */
record RuleResult(String url, Map<String, List<String>> headers, Map<?, ?> properties) {}

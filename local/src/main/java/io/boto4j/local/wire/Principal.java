package io.boto4j.local.wire;

import org.jspecify.annotations.Nullable;

/**
 * Whose access key it is.
 *
 * @param account the account, 12 digits
 * @param arn the ARN of the user, role session or account root
 * @param secret the secret of the key, or null if any secret will do
 */
public record Principal(String account, String arn, @Nullable String secret) {}

package io.boto4j.local.lambda.runtime;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The description of a version of a function, from which an environment is made.
 *
 * @param name the name of the function
 * @param version the version, such as {@code $LATEST}
 * @param runtime the runtime, such as {@code python3.13}
 * @param handler the handler, such as {@code module.function}
 * @param timeout the time an invocation may take
 * @param memory the memory in MB
 * @param variables the environment variables of the function's configuration
 * @param account the account, 12 digits
 * @param region the region
 * @param logGroup the log group
 * @param logStream the log stream of the environment
 * @param credentials the environment variables that hold the credentials of the function
 * @param archive the code
 * @param layers the archives of the layers, in their order
 */
@SuppressWarnings("ArrayRecordComponent") // The bytes are not compared or changed.
public record FunctionSpec(
    String name,
    String version,
    String runtime,
    String handler,
    Duration timeout,
    int memory,
    Map<String, String> variables,
    String account,
    String region,
    String logGroup,
    String logStream,
    Map<String, String> credentials,
    byte[] archive,
    List<byte[]> layers) {}

package io.boto4j.crac;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * An execution environment of AWS Lambda: a JVM that runs AWS's own runtime interface client, with
 * the flags and variables of the managed runtimes.
 */
final class LambdaEnvironment implements AutoCloseable {
  private final Process process;
  private final Path log;

  private LambdaEnvironment(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts an environment.
   *
   * @param java the home of the JDK that runs the function
   * @param folder an empty folder
   * @param platform the platform that invokes the function
   * @param dynamodb the endpoint of DynamoDB
   * @param snapStart whether a snapshot is made after the initialization
   */
  static LambdaEnvironment start(
      Path java, Path folder, LambdaPlatform platform, URI dynamodb, boolean snapStart)
      throws IOException {
    String classPath = System.getProperty("java.class.path");
    return start(java, folder, platform, dynamodb, snapStart, classPath, List.of());
  }

  /**
   * Starts an environment with a class path and with further flags.
   *
   * @param classPath the function and what it needs
   * @param flags the flags of the JVM, in addition to those of Lambda
   */
  static LambdaEnvironment start(
      Path java,
      Path folder,
      LambdaPlatform platform,
      URI dynamodb,
      boolean snapStart,
      String classPath,
      List<String> flags)
      throws IOException {
    Path log = folder.resolve("log.txt");
    ProcessBuilder builder =
        new ProcessBuilder(
            java.resolve("bin/java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
            "-Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI="
                + nativeClient(folder),
            "-cp",
            classPath,
            AWSLambda.class.getName(),
            VisitsFunction.class.getName());
    builder.command().addAll(1, flags);
    Map<String, String> variables = builder.environment();
    variables.clear();
    variables.putAll(
        Map.of(
            "AWS_LAMBDA_RUNTIME_API",
            platform.address(),
            "AWS_LAMBDA_FUNCTION_NAME",
            "visits",
            "AWS_LAMBDA_INITIALIZATION_TYPE",
            snapStart ? "snap-start" : "on-demand",
            "_HANDLER",
            VisitsFunction.class.getName(),
            "LAMBDA_TASK_ROOT",
            folder.toString(),
            "HOME",
            folder.toString(),
            "AWS_REGION",
            "us-east-1",
            "AWS_EC2_METADATA_DISABLED",
            "true",
            "AWS_ENDPOINT_URL_DYNAMODB",
            dynamodb.toString(),
            "AWS_CONTAINER_CREDENTIALS_FULL_URI",
            "http://" + platform.address() + "/credentials"));
    Process process =
        builder
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .directory(folder.toFile())
            .start();
    return new LambdaEnvironment(process, log);
  }

  /** Unpacks the native half of the client, which would unpack itself into a shared folder. */
  private static Path nativeClient(Path folder) throws IOException {
    String cpu = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    Path library = folder.resolve("libaws-lambda-jni.so");
    try (InputStream in =
        LambdaEnvironment.class.getResourceAsStream(
            "/jni/libaws-lambda-jni.linux-" + cpu + ".so")) {
      Files.copy(in, library);
    }
    return library;
  }

  /** Waits until the process ends, and returns its exit code. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new AssertionError("The environment still runs after a minute: " + this);
    }
    return process.exitValue();
  }

  /** Returns what the function has printed. */
  @Override
  public String toString() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return "no log: " + e;
    }
  }

  /** Returns the processor time that the process has used. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Asks the process to end, as Lambda does, and waits for it. */
  void shutDown() throws InterruptedException {
    process.destroy();
    exitCode();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}

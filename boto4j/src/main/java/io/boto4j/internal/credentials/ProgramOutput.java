package io.boto4j.internal.credentials;

import io.boto4j.error.CallInterruptedException;
import io.boto4j.error.CredentialRetrievalException;
import io.boto4j.internal.text.Printable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Reader of a program's standard output, with limits on time and size.
 *
 * <p>The program is started without a shell, with the environment of this process and an empty
 * input. Its error output is discarded, since programs may write secrets to it.
 */
final class ProgramOutput {
  /** The time for which output is still read after the program has ended. */
  private static final long GRACE_MILLIS = 1000;

  private final String method;
  private final long limitMillis;
  private final int maxBytes;

  /**
   * Creates a reader.
   *
   * @param method botocore's name for the provider, for messages
   * @param limitMillis the time limit of the program, in milliseconds
   * @param maxBytes the size limit of its output
   */
  ProgramOutput(String method, long limitMillis, int maxBytes) {
    this.method = method;
    this.limitMillis = limitMillis;
    this.maxBytes = maxBytes;
  }

  /**
   * Runs a program until it ends.
   *
   * @param command the program and its arguments
   * @param setting the setting that holds the command, for messages
   * @return the output
   * @throws CredentialRetrievalException if the program cannot be started, fails, or exceeds a
   *     limit
   * @throws CallInterruptedException if the thread is interrupted, which also stops the program
   */
  byte[] of(List<String> command, String setting) {
    // The arguments may hold secrets: only the program is named.
    String program = "The program '" + Printable.of(command.get(0)) + "' (" + setting + ") ";
    Process process = start(command, program);
    Output output = new Output(process, maxBytes);
    Thread reader = new Thread(output, "boto4j-" + method);
    reader.setDaemon(true);
    reader.start();
    try {
      boolean ended = process.waitFor(limitMillis, TimeUnit.MILLISECONDS);
      if (ended) {
        // No longer: an agent started by the program may keep the output open forever.
        reader.join(Math.min(limitMillis, GRACE_MILLIS));
      }
      if (output.overflowed) {
        throw problem(program + "wrote more than " + maxBytes + " bytes and was stopped");
      }
      if (!ended) {
        throw problem(
            program
                + "did not end within "
                + seconds()
                + " and was stopped. It gets no input, so a program that prompts for something"
                + " cannot be used");
      }
      if (process.exitValue() != 0) {
        throw problem(
            program
                + "ended with exit code "
                + process.exitValue()
                + ". Its error output is not shown, since it may hold secrets; run the program"
                + " yourself to see it");
      }
      return output.bytes.toByteArray();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CallInterruptedException(program + "was stopped: the thread was interrupted", e);
    } finally {
      kill(process);
    }
  }

  private Process start(List<String> command, String program) {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      return process;
    } catch (IOException e) {
      throw new CredentialRetrievalException(
          method, program + "cannot be started: is it installed, and on the PATH?", e);
    }
  }

  private String seconds() {
    return limitMillis % 1000 == 0 ? limitMillis / 1000 + " s" : limitMillis + " ms";
  }

  private CredentialRetrievalException problem(String problem) {
    return new CredentialRetrievalException(method, problem);
  }

  /**
   * Stops a program and its descendants. They come first, since they cannot be found once it has
   * ended.
   */
  private static void kill(Process process) {
    if (process.isAlive()) {
      for (ProcessHandle descendant : process.descendants().toList()) {
        descendant.destroyForcibly();
      }
      process.destroyForcibly();
    }
  }

  /** Reads on its own thread, since reading from a pipe has no timeout. */
  private static final class Output implements Runnable {
    private final Process process;
    private final int maxBytes;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private volatile boolean overflowed;

    private Output(Process process, int maxBytes) {
      this.process = process;
      this.maxBytes = maxBytes;
    }

    @Override
    public void run() {
      byte[] block = new byte[8192];
      try (InputStream in = process.getInputStream()) {
        for (int count = in.read(block); count >= 0; count = in.read(block)) {
          if (bytes.size() + count > maxBytes) {
            overflowed = true;
            kill(process);
            return;
          }
          bytes.write(block, 0, count);
        }
      } catch (IOException e) {
        // The program was stopped; the thread that stopped it reports the reason.
      }
    }
  }
}

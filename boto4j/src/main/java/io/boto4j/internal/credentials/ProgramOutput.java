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
 * What a program writes to its standard output, within limits of time and size.
 *
 * <p>It is started without a shell, with the environment of this process and an empty input. What
 * it writes to its error output is thrown away: programs write secrets there.
 */
final class ProgramOutput {
  /** How long after a program's end its output is read. */
  private static final long GRACE_MILLIS = 1000;

  private final String method;
  private final long limitMillis;
  private final int maxBytes;

  /**
   * Sets the limits.
   *
   * @param method botocore's name of the provider, for messages
   * @param limitMillis how long the program may run
   * @param maxBytes how much it may write
   */
  ProgramOutput(String method, long limitMillis, int maxBytes) {
    this.method = method;
    this.limitMillis = limitMillis;
    this.maxBytes = maxBytes;
  }

  /**
   * Runs a program to its end.
   *
   * @param command the program and its arguments
   * @param setting where the command was found, for messages
   * @return what it wrote
   * @throws CredentialRetrievalException if it cannot be started, fails, or leaves a limit
   * @throws CallInterruptedException if the thread is interrupted, which ends the program too
   */
  byte[] of(List<String> command, String setting) {
    // The arguments may hold secrets: the program alone is named.
    String program = "The program '" + Printable.of(command.get(0)) + "' (" + setting + ") ";
    Process process = start(command, program);
    Output output = new Output(process, maxBytes);
    Thread reader = new Thread(output, "boto4j-" + method);
    reader.setDaemon(true);
    reader.start();
    try {
      boolean ended = process.waitFor(limitMillis, TimeUnit.MILLISECONDS);
      if (ended) {
        // Not for longer: an agent that the program started may hold its output open for ever.
        reader.join(Math.min(limitMillis, GRACE_MILLIS));
      }
      if (output.overflowed) {
        throw problem(program + "wrote more than " + maxBytes + " bytes, and was ended");
      }
      if (!ended) {
        throw problem(
            program
                + "did not end within "
                + seconds()
                + ", and was ended. It gets no input: one"
                + " that asks for something cannot be used");
      }
      if (process.exitValue() != 0) {
        throw problem(
            program
                + "ended with exit code "
                + process.exitValue()
                + ". What it says of that is not"
                + " shown, as it may hold secrets: run it yourself to see");
      }
      return output.bytes.toByteArray();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CallInterruptedException(program + "was ended: the thread was interrupted", e);
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

  /** First its descendants, which are not to be found once it is gone. */
  private static void kill(Process process) {
    if (process.isAlive()) {
      for (ProcessHandle descendant : process.descendants().toList()) {
        descendant.destroyForcibly();
      }
      process.destroyForcibly();
    }
  }

  /** Reads on a thread of its own, since the wait for a pipe has no limit. */
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
        // The program was ended; whoever ended it says why.
      }
    }
  }
}

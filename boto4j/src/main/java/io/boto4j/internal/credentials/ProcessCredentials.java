package io.boto4j.internal.credentials;

import io.boto4j.credentials.Credentials;
import io.boto4j.error.CredentialRetrievalException;
import io.boto4j.internal.config.Profile;
import io.boto4j.internal.config.ShellWords;
import io.boto4j.internal.config.WindowsWords;
import io.boto4j.internal.text.Printable;
import java.io.File;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Credentials written by the program that {@code credential_process} of a profile names. */
final class ProcessCredentials implements ChainedProvider {
  private static final String METHOD = "custom-process";
  private static final long LIMIT_MILLIS = 60_000;
  private static final int MAX_BYTES = 1 << 20;

  private final ChainParts parts;
  private final ProgramOutput programs;

  ProcessCredentials(ChainParts parts) {
    this(parts, new ProgramOutput(METHOD, LIMIT_MILLIS, MAX_BYTES));
  }

  ProcessCredentials(ChainParts parts, ProgramOutput programs) {
    this.parts = parts;
    this.programs = programs;
  }

  @Override
  public String method() {
    return METHOD;
  }

  @Override
  public Lookup find() {
    Profile profile = parts.settings().profile();
    String command = profile == null ? null : profile.value("credential_process");
    if (command == null) {
      return Lookup.notFound("no credential_process in profile '" + shown() + "'");
    }
    List<String> words = words(command);
    String accountId = profile == null ? null : profile.value("aws_account_id");
    Credentials first = run(words, accountId);
    return Lookup.found(
        new RefreshingCredentials(METHOD, () -> run(words, accountId), parts.clock())
            .startingWith(first));
  }

  private Credentials run(List<String> words, @Nullable String accountId) {
    byte[] output = programs.of(words, setting());
    CredentialsDocument document =
        CredentialsDocument.read(METHOD, "the output of the program (" + setting() + ")", output);
    Object version = document.value("Version");
    if (!(version instanceof Number number && number.doubleValue() == 1)) {
      throw problem(
          "Unsupported version '"
              + (version instanceof Number ? version : "<Version key not provided as a number>")
              + "' for credential process provider, supported versions: 1");
    }
    String ofDocument = document.text("AccountId");
    return document.credentials("SessionToken", ofDocument == null ? accountId : ofDocument);
  }

  private List<String> words(String command) {
    try {
      List<String> words =
          File.separatorChar == '\\' ? WindowsWords.split(command) : ShellWords.split(command);
      if (words.isEmpty()) {
        throw problem(setting() + " does not name a program");
      }
      words.set(0, program(words.get(0)));
      return words;
    } catch (IllegalArgumentException e) {
      throw problem(setting() + " is not a valid command line: " + e.getMessage());
    }
  }

  /** No shell runs the program, so that a leading {@code ~} must be resolved here. */
  private String program(String word) {
    return word.startsWith("~") ? parts.settings().profiles().path(word).toString() : word;
  }

  private String setting() {
    return "credential_process of profile '" + shown() + "'";
  }

  private String shown() {
    return Printable.of(parts.settings().profileName());
  }

  private static CredentialRetrievalException problem(String problem) {
    return new CredentialRetrievalException(METHOD, problem);
  }
}

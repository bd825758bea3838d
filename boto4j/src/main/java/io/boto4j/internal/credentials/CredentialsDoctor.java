package io.boto4j.internal.credentials;

import io.boto4j.credentials.CredentialReport;
import io.boto4j.credentials.CredentialReport.Entry;
import io.boto4j.credentials.CredentialReport.State;
import io.boto4j.credentials.Credentials;
import io.boto4j.credentials.CredentialsProvider;
import io.boto4j.error.CallInterruptedException;
import io.boto4j.error.PartialCredentialsException;
import io.boto4j.internal.text.Printable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Creates credential reports: asks one provider after another and records failures instead of
 * throwing them.
 */
public final class CredentialsDoctor {
  private static final int SHOWN = 4;

  private final String profile;
  private final boolean all;
  private final List<Entry> entries = new ArrayList<>();

  private CredentialsDoctor(String profile, boolean all) {
    this.profile = profile;
    this.all = all;
  }

  /**
   * Reports on the default chain, without prompting for an MFA code.
   *
   * @param parts the parts of the chain
   * @param all whether to ask the providers after the one at which the chain ends, too
   * @return the report
   */
  public static CredentialReport chain(ChainParts parts, boolean all) {
    ChainParts quiet = parts.withMfaPrompt(CredentialsDoctor::refuse);
    return report(
        new DefaultOrder(parts.settings(), () -> quiet), parts.settings().profileName(), all);
  }

  /**
   * Reports on credentials that were set in code.
   *
   * @param provider the credentials
   * @param profile the name of the profile, which has no effect on them
   * @return a report with one entry
   */
  public static CredentialReport explicit(CredentialsProvider provider, String profile) {
    CredentialsDoctor doctor = new CredentialsDoctor(Printable.of(profile), false);
    doctor.use("explicit", provider, "set in code");
    return new CredentialReport(doctor.profile, doctor.entries);
  }

  static CredentialReport report(ChainOrder order, String profile, boolean all) {
    CredentialsDoctor doctor = new CredentialsDoctor(Printable.of(profile), all);
    int position = 0;
    ChainedProvider provider = order.provider(position);
    while (provider != null) {
      doctor.ask(provider);
      provider = order.provider(++position);
    }
    return new CredentialReport(doctor.profile, doctor.entries);
  }

  private void ask(ChainedProvider asked) {
    if (!all && isOver()) {
      add(asked.method(), State.NOT_ASKED, "");
      return;
    }
    Lookup lookup;
    try {
      lookup = asked.find();
    } catch (CallInterruptedException e) {
      throw e;
    } catch (RuntimeException e) {
      fail(asked.method(), e);
      return;
    }
    CredentialsProvider found = lookup.provider();
    if (found == null) {
      add(asked.method(), State.SKIPPED, lookup.reason());
    } else {
      use(asked.method(), found, lookup.reason());
    }
  }

  private boolean isOver() {
    for (Entry entry : entries) {
      if (entry.state() == State.FOUND || entry.state() == State.FAILED) {
        return true;
      }
    }
    return false;
  }

  private void use(String method, CredentialsProvider found, String where) {
    try {
      Credentials credentials = found.credentials();
      entries.add(
          new Entry(
              method, State.FOUND, detail(credentials, where), credentials.expiration(), null));
    } catch (CallInterruptedException e) {
      throw e;
    } catch (MfaWanted e) {
      add(method, State.FOUND, (where.isEmpty() ? "" : where + "; ") + e.getMessage());
    } catch (RuntimeException e) {
      fail(method, e);
    }
  }

  private static String detail(Credentials credentials, String where) {
    String id = credentials.accessKeyId();
    String account = credentials.accountId();
    return (where.isEmpty() ? "" : where + "; ")
        + "access key "
        + id.substring(0, Math.min(SHOWN, id.length()))
        + "…"
        + (account == null ? "" : " of account " + account);
  }

  private void fail(String method, RuntimeException e) {
    String message = String.valueOf(e.getMessage());
    entries.add(new Entry(method, State.FAILED, lines(message), null, next(method, e)));
  }

  /** Makes each line of a message printable: some messages quote responses of servers. */
  private static String lines(String message) {
    StringBuilder shown = new StringBuilder();
    for (int start = 0, end; start <= message.length(); start = end + 1) {
      end = message.indexOf('\n', start);
      end = end < 0 ? message.length() : end;
      shown.append(start == 0 ? "" : "\n").append(Printable.whole(message.substring(start, end)));
    }
    return shown.toString();
  }

  /**
   * Returns the command to run. Messages quote it in backticks, even if the failure is that of a
   * role's source.
   */
  private @Nullable String next(String method, RuntimeException e) {
    String message = String.valueOf(e.getMessage());
    int start = message.indexOf("`aws ") + 1;
    int end = message.indexOf('`', start);
    if (start > 0 && end > start) {
      return message.substring(start, end);
    }
    if (e instanceof PartialCredentialsException partial && method.equals("env")) {
      return "export " + partial.missing() + "=...";
    }
    return method.equals("shared-credentials-file") || method.equals("config-file")
        ? "aws configure" + NextCommand.profile(profile)
        : null;
  }

  private void add(String method, State state, String detail) {
    entries.add(new Entry(method, state, detail, null, null));
  }

  private static String refuse(String serial) {
    throw new MfaWanted(serial);
  }

  /** Stops a call to STS before it is sent. */
  private static final class MfaWanted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private MfaWanted(String serial) {
      super("the first call requires a code of the MFA device " + Printable.of(serial));
    }
  }
}

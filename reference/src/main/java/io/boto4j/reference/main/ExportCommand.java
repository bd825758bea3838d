package io.boto4j.reference.main;

import io.boto4j.reference.ExportResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Writes the site to a folder. */
@Command(
    name = "export",
    description = "Write the site to a folder, for any web server.",
    sortOptions = false)
final class ExportCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @ParentCommand private @Nullable Main main;

  @Parameters(
      paramLabel = "DIR",
      description = "The folder: empty, new, or written by an earlier export.")
  private @Nullable Path folder;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable") // read by picocli because of usageHelp
  private boolean help;

  @Override
  public Integer call() throws IOException {
    if (spec == null || main == null || folder == null) {
      throw new IllegalStateException("picocli creates and runs this class");
    }
    PrintWriter err = spec.commandLine().getErr();
    err.println("Writing the site to " + folder + ", which takes some minutes …");
    err.flush();
    ExportResult result =
        main.reference()
            .export(
                folder,
                files -> {
                  if (files % 5000 == 0) {
                    err.println(files + " files");
                    err.flush();
                  }
                });
    err.println(result.files() + " files, " + result.bytes() / 1_000_000 + " MB");
    err.flush();
    return Main.OK;
  }
}

package io.boto4j.benchmarks.run;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The boto3 of this machine.
 *
 * @param versions the versions of boto3 and of Python
 * @param interpreter the path of the interpreter itself: a launcher script would be measured too
 * @param roots the root certificates that botocore contains
 */
public record Boto3(String versions, String interpreter, Path roots) {
  private static final String PROGRAM =
      "import boto3,botocore,os,platform,sys;"
          + "print(boto3.__version__+', Python '+platform.python_version());"
          + "print(sys.executable);"
          + "print(os.path.join(os.path.dirname(botocore.__file__),'cacert.pem'))";

  /**
   * Looks for boto3.
   *
   * @return boto3, or null if python3 is not on the PATH or does not have it
   */
  public static @Nullable Boto3 find() {
    try {
      String[] lines = Program.output("python3", "-c", PROGRAM).split("\n", -1);
      return new Boto3(lines[0], lines[1], Path.of(lines[2]));
    } catch (IOException e) {
      return null;
    }
  }
}

package io.github.edgelint.analysis;

/** Names a failure without telling anything of the file it happened on. */
public final class Failures {

  private Failures() {}

  /** The exception and the place in our code, such as {@code NullPointerException@Routes:41}. */
  public static String id(Throwable failure) {
    for (StackTraceElement frame : failure.getStackTrace()) {
      if (frame.getClassName().startsWith("io.github.edgelint.")) {
        String type = frame.getClassName();
        return failure.getClass().getSimpleName()
            + "@"
            + type.substring(type.lastIndexOf('.') + 1)
            + ":"
            + frame.getLineNumber();
      }
    }
    return failure.getClass().getSimpleName();
  }
}

package io.github.edgelint.syntax.toml;

/** Dates and times as RFC 3339 writes them, whole or in part. */
final class TomlDates {

  enum Kind {
    /** No date and no time. */
    NONE,
    /** Formed like one, but no calendar or clock shows it. */
    IMPOSSIBLE,
    VALID,
    /** A time without seconds, which TOML 1.0 does not know. */
    WITHOUT_SECONDS
  }

  private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private final String text;
  private final int end;
  private int at;
  private boolean possible = true;
  private boolean seconds = true;

  private TomlDates(String text, int from, int end) {
    this.text = text;
    this.at = from;
    this.end = end;
  }

  static Kind kindOf(String text, int from, int end) {
    TomlDates dates = new TomlDates(text, from, end);
    if (!dates.read()) {
      return Kind.NONE;
    }
    return !dates.possible ? Kind.IMPOSSIBLE : dates.seconds ? Kind.VALID : Kind.WITHOUT_SECONDS;
  }

  /** Whether exactly a date stands there, to which a time may follow behind a blank. */
  static boolean isDate(String text, int from, int end) {
    TomlDates dates = new TomlDates(text, from, end);
    return dates.date() && dates.at == end;
  }

  private boolean read() {
    if (date()) {
      if (at == end) {
        return true;
      }
      char separator = text.charAt(at++);
      return (separator == 'T' || separator == 't' || separator == ' ')
          && time()
          && (at == end || offset())
          && at == end;
    }
    return time() && at == end;
  }

  private boolean date() {
    int start = at;
    int year = number(4);
    boolean formed = year >= 0 && sign('-');
    int month = formed ? number(2) : -1;
    formed = month >= 0 && sign('-');
    int day = formed ? number(2) : -1;
    if (day < 0) {
      at = start;
      return false;
    }
    boolean leap = month == 2 && day == 29 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    possible &= month >= 1 && month <= 12 && day >= 1 && (leap || day <= DAYS[month - 1]);
    return true;
  }

  private boolean time() {
    int hour = number(2);
    int minute = hour >= 0 && sign(':') ? number(2) : -1;
    if (minute < 0) {
      return false;
    }
    possible &= hour <= 23 && minute <= 59;
    if (!sign(':')) {
      seconds = false;
      return true;
    }
    int second = number(2);
    possible &= second <= 60;
    return second >= 0 && (!sign('.') || fraction());
  }

  private boolean fraction() {
    int start = at;
    while (at < end && isDigit(text.charAt(at))) {
      at++;
    }
    return at > start;
  }

  private boolean offset() {
    if (sign('Z') || sign('z')) {
      return true;
    }
    if (!sign('+') && !sign('-')) {
      return false;
    }
    int hour = number(2);
    int minute = hour >= 0 && sign(':') ? number(2) : -1;
    possible &= hour <= 23 && minute <= 59;
    return minute >= 0;
  }

  private boolean sign(char c) {
    boolean found = at < end && text.charAt(at) == c;
    at += found ? 1 : 0;
    return found;
  }

  private int number(int digits) {
    if (at + digits > end) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < digits; i++) {
      char c = text.charAt(at + i);
      if (!isDigit(c)) {
        return -1;
      }
      value = value * 10 + c - '0';
    }
    at += digits;
    return value;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}

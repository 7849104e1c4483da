@echo off
rem Runs edgelint with the Java of JAVA_HOME, or else of PATH.
setlocal
set "java=java"
set "kind="
if "%~1"=="serve" set "kind=-Xms24m -XX:NewSize=12m -Xmx512m -XX:+ExitOnOutOfMemoryError -XX:CompileThresholdScaling=0.5"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
"%java%" "-XX:SharedArchiveFile=%~dp0..\lib\edgelint.jsa" -Xshare:auto -Xlog:disable -XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData %kind% %EDGELINT_JAVA_OPTIONS% -jar "%~dp0..\lib\edgelint-server.jar" %*
exit /b %ERRORLEVEL%

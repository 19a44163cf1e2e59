; The installer's own words. Electron runs on Windows 10 and later only: whoever has an older one is told so before
; anything is written, and not by a program that does not start.
!macro customInit
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "Phần mềm Kết nạp cần Windows 10 hoặc mới hơn nên không cài được trên máy này. Hãy dùng một máy khác, hoặc nâng cấp Windows rồi cài lại." /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
!macroend

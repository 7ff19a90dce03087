/// Why the archive cannot do what it was asked to. Nothing half-written is left behind.
public enum ArchiveError: Error, Hashable, Sendable {
    /// There is no archive in the folder.
    case missing(path: String)
    /// There is one already.
    case exists(path: String)
    /// The folder that is to become an archive holds other things.
    case folderNotEmpty(path: String)
    /// A file of the archive cannot be understood.
    case damaged(path: String, reason: String)
    /// Written by a newer version of the program.
    case tooNew(path: String, version: Int, known: Int)
    /// Another program is writing.
    case locked(path: String, owner: String)
    case permissionDenied(path: String)
    case readOnly(path: String)
    case diskFull(path: String)
    /// No such file or folder.
    case notFound(path: String)
    /// Any other refusal of the system, with its own words.
    case system(path: String, reason: String)
    /// An id or name that may not become a file name.
    case unsafeName(String)
    case unknownMeeting(String)
}

extension ArchiveError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .missing(let path):
            "「\(path)」に会議録の保管庫がありません。場所を確かめるか、gijiroku init で新しく作ってください。"
        case .exists(let path): "「\(path)」にはすでに会議録の保管庫があります。そのまま使うか、別の場所を指定してください。"
        case .folderNotEmpty(let path):
            "「\(path)」には別のファイルがあります。空のフォルダか、まだないフォルダを指定してください。"
        case .damaged(let path, let reason):
            "「\(path)」を読み取れません（\(reason)）。控えから戻すか、gijiroku verify で状態を確かめてください。"
        case .tooNew(let path, let version, let known):
            "「\(path)」は新しい版の gijiroku で作られています（形式\(version)、この版が扱えるのは\(known)まで）。gijiroku を新しくしてください。"
        case .locked(let path, let owner):
            "保管庫にほかのプログラムが書き込み中です（\(owner)）。終わるのを待ってから、もう一度実行してください。"
                + "動いているものがなければ「\(path)」を削除してください。"
        case .permissionDenied(let path): "「\(path)」を読み書きする権限がありません。フォルダの権限を確かめてください。"
        case .readOnly(let path): "「\(path)」は書き込みできない場所にあります。書き込める場所に移すか、設定を確かめてください。"
        case .diskFull(let path): "「\(path)」を書く空き容量がありません。空きを作ってから、もう一度実行してください。書きかけのものは残っていません。"
        case .notFound(let path): "「\(path)」が見つかりません。場所を確かめてください。"
        case .system(let path, let reason): "「\(path)」を扱えません（\(reason)）。"
        case .unsafeName(let name): "「\(name)」はファイル名に使えません。"
        case .unknownMeeting(let id): "会議「\(id)」は保管庫にありません。gijiroku list で確かめてください。"
        }
    }
}

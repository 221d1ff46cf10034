"""Common first names with the pronoun their bearers mostly go by. A list of our own, by hand."""

from briefing.reading.wordlist import wordlist

HE = wordlist(
    """
    Aaron Abdel Abdul Abdullah Abraham Adam Adrian Ahmad Ahmed Al Alan Albert Alberto Alejandro
    Aleksandr Aleksandar Aleksei Alessandro Alexander Alexandre Alexandros Alexei Alexey Alfonso
    Alfred Ali Allen Alvaro Amir Anatoly Anders Andre André Andreas Andrei Andrej Andrew Andrey
    Andrii Andriy Andrzej Andy Angus Anthony Antonio António Anton Antony Antti Ari Armando
    Arnold Arthur Arturo Ashraf Asif Axel Barack Barry Bart Bashar Ben Benjamin Benoit Bernard
    Bernd Bernie Bill Billy Björn Bob Bobby Boris Brad Bradley Brandon Brendan Brett Brian Bruce
    Bruno Bryan Byron Calvin Carl Carlos Cesar César Charles Charlie Chester Chris Christian
    Christoph Christophe Christopher Chuck Claude Claudio Clint Colin Conor Connor Craig
    Cristiano Cyril Cyrus Damian Damien Dan Daniel Daniele Danny Dario Darren Dave David Davide
    Dean Denis Dennis Denys Derek Derrick Diego Dieter Dimitri Dimitris Dirk Dmitri Dmitrii
    Dmitriy Dmitry Dmytro Dominic Dominique Don Donald Doug Douglas Duncan Dustin Dwayne Dwight
    Dylan Earl Ed Eddie Edgar Edmund Eduardo Edward Edwin Eli Elias Elijah Elliott Elon Emil
    Emilio Emmanuel Enrico Enrique Eric Erik Ernest Ernesto Ethan Eugene Evan Fabio Faisal Farid
    Farhan Felipe Felix Fernando Filip Florian Floyd Francesco Francis Francisco Franck Francois
    François Frank Franklin Franz Fred Frederic Frederick Frederik Friedrich Fritz Fyodor
    Gabriel Garry Gary Gavin Geert Gennady Geoff Geoffrey George Georges Georgi Gerald Gerard
    Gerardo Gerhard Gianni Gideon Gilbert Giorgio Giorgos Giovanni Giuseppe Glen Glenn Gordon
    Graeme Graham Grant Greg Gregg Gregor Gregory Guido Guillaume Guillermo Gustav Gustavo Guy
    Hamid Hans Harald Harold Harrison Harry Harvey Hasan Hassan Heinrich Heinz Helmut Henk Henri
    Henrik Henry Herbert Herman Hermann Hideki Hiroshi Hossein Howard Hugh Hugo Hussein Ian
    Ibrahim Igor Ihor Ilya Imran Isaac Ismail Ivan Jack Jacek Jackson Jacob Jacques Jaime Jair
    Jake Jakob Jakub James Jamie Jan Jared Jason Javier Jay JD Jean Jeff Jeffrey Jens Jeremy
    Jerome Jerry Jesse Jesus Jim Jimmy Joachim Joao João Joaquin Jochen Joe Joel Joerg Jörg
    Johan Johann Johannes John Johnny Jon Jonas Jonathan Jorge Jose José Josef Josep Joseph Josh
    Joshua Josip Juan Juergen Jürgen Jules Julian Julien Julio Junichiro Justin Kamal Karel
    Karim Karl Kazuo Keith Keir Ken Kenji Kenneth Kevin Khaled Khalid Kim Kirill Kirk Klaus
    Konstantin Kostas Kris Kurt Kyle Kyrylo Larry Lars Laszlo László Laurence Laurent Lawrence
    Lee Lech Len Leo Leon Leonard Leonid Leonardo Leopold Leroy Leslie Lester Levi Lewis Liam
    Lindsey Lloyd Lorenzo Lou Louis Luc Luca Lucas Luigi Luis Luiz Lukas Luke Luther Maciej
    Mahmoud Malcolm Manfred Manmohan Manuel Marc Marcel Marcelo Marco Marcos Marcus Marek
    Mariano Mario Mark Markus Marshall Martin Marty Marvin Massimo Mateusz Mathew Mats Matt
    Matteo Matthew Matthias Maurice Mauricio Max Maxim Maxime Mehdi Mehmet Mel Michael Michal
    Michel Mick Miguel Mihai Mike Mikhail Miklos Milan Milos Miloš Mitch Mitt Mohamed Mohammad
    Mohammed Morgan Morris Moshe Muhammad Murray Mustafa Mykhailo Mykola Naftali Narendra Nasser
    Nathan Nathaniel Ned Neil Nelson Nguyen Nicholas Nick Nicola Nicolas Nicolás Nigel Nikita
    Niklas Nikola Nikolai Nikolaos Nikolay Nils Noah Noam Noel Norman Oleg Oleh Oleksandr
    Oleksii Oleksiy Oliver Olivier Omar Orlando Oscar Osama Otto Owen Pablo Paolo Pascal Patrice
    Patrick Paul Paulo Pavel Pavlo Pawel Pedro Pepe Per Percy Pete Peter Petr Petro Petros Phil
    Philip Philippe Phillip Pierre Pieter Piotr Prakash Rafael Rafał Rahul Raj Rajesh Rajiv Ralf
    Ralph Ramon Ramón Randall Randy Raphael Rashid Raul Raúl Ray Raymond Recep Reggie Reginald
    Reinhard Rene René Reza Ricardo Rich Richard Rick Ricky Riccardo Rob Robbie Robert Roberto
    Robin Rod Roderick Rodney Rodrigo Roger Roland Rolf Roman Ron Ronald Ronnie Ross Roy Ruben
    Rudolf Rudy Rupert Russ Russell Rustem Ryan Said Saif Salim Salman Salvador Salvatore Sam
    Samir Samuel Sandro Sanjay Santiago Saul Scott Sean Sebastian Sébastien Sebastien Serge
    Sergei Sergey Sergio Serhii Serhiy Seth Shane Shaun Shawn Shimon Shinzo Sidney Silvio Simon
    Slobodan Spencer Stan Stanislav Stanley Stefan Stefano Stephane Stephen Sterling Steve
    Steven Stewart Stuart Sunil Sven Svyatoslav Syed Takashi Taro Tariq Ted Terence Terrence
    Terry Theo Theodore Theresa Thierry Thomas Tim Timothy Tobias Todd Tom Tomas Tomáš Tomasz
    Tommy Toni Tony Travis Trevor Troy Tyler Tyrone Ulrich Umar Umberto Uwe Vaclav Václav Vadim
    Valdis Valentin Valery Vasily Vasyl Vernon Victor Viktor Vijay Vince Vincent Vincenzo Vitali
    Vitaly Vitalii Vlad Vladimir Volodymyr Vladislav Vyacheslav Wallace Walter Warren Wayne
    Wendell Werner Wesley Wilhelm Will Willem William Willie Willy Wim Winston Wladimir Wojciech
    Wolfgang Xavier Yair Yasser Yevgeny Yitzhak Yoshihide Yuri Yuriy Yusuf Yves Zachary Zack
    Zoltan Zoltán Zbigniew Cory Joey Clement Olaf Benedict Augustine Ravi Rohit Virat Sachin
    Arjun Vikram Anil Ashok Amit Arun Deepak Gautam Hari Karan Mohan Nikhil Nitin Pranab Ram
    Rakesh Ramesh Ranjit Sandeep Shashi Suresh Vivek Yogi Imad Jamal Tarek Walid Yahya Zayed
    Hosni Anwar Muammar Nouri Haider Adel Bilal Fadi Hani Hisham Ilham Iyad Jalal Kareem Khalil
    Majid Mansour Marwan Mazen Moustafa Munir Nabil Omer Osman Qasem Ramzi Rami Riad Sami Taha
    Wael Yassin Youssef Zaid Zaki Kwame Kofi Kwesi Chinua Emeka Chidi Tunde Babatunde Olusegun
    Goodluck Muhammadu Uhuru Raila Yoweri Thabo Desmond Sipho Themba Tendai Emmerson Haile Abiy
    Meles Girma Yohannes Pep Jurgen Arsène Zinedine Kylian Erling Luka Ruud Frenkie Memphis
    Mauro Gonzalo Hernán Rodolfo Nestor Néstor Evo Lula Adolfo Agustín Andrés Ángel Arnaldo
    Benito Braulio Camilo Cristóbal Daniil Danylo Vadym Yevhen Ruslan Rinat Timur Artem Artyom
    Maksim Matvei Egor Nikolaj Mads Jesper Rasmus Søren Soren Kasper Morten Magnus Mikkel Sander
    Thijs Joost Jeroen Maarten Wouter Bas Hein Rutger Gijs Kjell Leif Lasse Jarmo Jukka Juha
    Mikko Pekka Timo Esko Sauli Petteri Janne Taavi Toomas Andrus Juris Edgars Gitanas Saulius
    Vytautas Ondrej Ondřej Jiri Jiří Zdenek Ludovit Ľudovít Gergely Gyula Imre Istvan István
    Janos János Sandor Sándor Tamas Tamás Bogdan Călin Catalin Cristian Florin Ion Liviu Marius
    Mircea Mihail Nicolae Radu Sorin Traian Vasile Boyko Kiril Plamen Rumen Simeon Dejan Dragan
    Goran Ivica Milo Milorad Nebojsa Radovan Ratko Vuk Zoran Alija Bakir Edi Hashim Ramush
    Alexis Antonis Evangelos Yanis Kyriakos Nikos Panos Binyamin Benny Bezalel Ehud Gadi Itamar
    Yoav Ariel Avigdor Shlomo Eyal Nir Uri Yossi Junior Dwyane LeBron Kobe Shaquille Tiger Usain
    Lionel Neymar Zlatan Novak Rafa Lleyton Jannik Stefanos Alex Pat Jordan Casey Riley Taylor
    Drew Blake Logan Mason Hunter Cody Brady Chase Colton Cole Dalton Devin DeAndre Deandre
    Dante Darnell Demetrius Jermaine Lamar Malik Marquis Rashad Terrell Tyrell Tyrese Trayvon
    Tremaine Zion Beto Cruz Kayden Brayden Aiden Landon Preston Quentin Quinton Rex Rhys Rory
    Rowan Royce Rufus Sol Sonny Tad Thaddeus Tobin Trent Trey Tripp Tucker Ty Vaughn Vic Wade
    Walt Ward Wes Woody Wyatt Zach Zane Ash Bo Boyd Brent Bryce Buddy Burt Cal Carey Cecil Clay
    Clifford Clive Clyde Curt Curtis Cary Darrell Darryl Daryl Delbert Dell Denny Dewey Dexter
    Dick Dino Dom Donnie Doyle Duane Dudley Earnest Emmett Ernie Errol Ezra Ferdinand Fergus
    Forrest Frankie Freddie Gabe Garth Gene Geraint Gil Gino Grover Gus Hal Hank Harlan Hector
    Héctor Heath Herb Herschel Hiram Homer Horace Hubert Ignacio Ike Ira Irving Irvin Irwin
    Isaiah Jarrod Jed Jerald Jeremiah Jerrod Jess Jimmie Joaquín Jock Jody Joss Jude Kelvin
    Kendrick Kent Kermit Kip Kirby Lance Lane Leland Lemuel Leonidas Lincoln Linus Lonnie Lorne
    Lowell Lucian Lyle Lyndon Mack Manny Marion Marlon Matty Merle Merrick Micah Mickey Milton
    Mohsen Monty Mort Morton Moses Myron Neal Newt Nolan Oren Orrin Orville Ozzie Palmer Paddy
    Parker Pascual Pierce Quincy Ramiro Ramzan Ransom Reed Reid Reuben Rhett Rico Rocky Rogelio
    Roosevelt Rosario Roscoe Rowland Rush Sammy Sanford Scooter Scotty Shelby Sherman Sherrod
    Sheldon Sid Silas Skip Stacy Sylvester Tate Terrance Thad Titus Tommie Tristan Truman Tyson
    Ulysses Vito Virgil Wally Warner Wendel Whit Wilbur Wiley Wilfred Willard Willis Wilson
    Winfield Woodrow Yale Yaron Ciaran Ciarán Cillian Eoin Oisin Micheál Micheal Padraig Pádraig
    Seamus Séamus Declan Bukayo Kyrie Giannis Alton Levar
    """
)

SHE = wordlist(
    """
    Abigail Adele Adriana Agnes Agnieszka Aisha Alejandra Alexandra Alexandria Alexis Alice
    Alicia Alina Alison Allison Allyson Alyssa Amal Amanda Amber Amelia Amina Amy Ana Anastasia
    Andrea Angela Angelina Anita Anja Ann Anna Annalena Anne Annette Annie Antonia Anya April
    Ariana Arlene Ashley Astrid Audrey Ayesha Barbara Beata Beatrice Beatriz Becky Benazir
    Bernadette Beth Bethany Betsy Betty Beverly Birgit Bonnie Brenda Bridget Brigitte Brittany
    Britney Camila Camilla Camille Cara Carla Carmen Carol Carole Carolina Caroline Carolyn
    Carrie Cassandra Catherine Cathy Cecilia Charlene Charlotte Chelsea Cheryl Chiara Chloe
    Christa Christiane Christina Christine Cindy Claire Clara Clare Claudia Colleen Connie
    Constance Courtney Cristina Crystal Cynthia Daisy Dana Danielle Daniela Daria Dawn Deborah
    Debbie Debra Deirdre Delia Denise Diana Diane Dianne Dolores Donna Dora Doris Dorothy Edith
    Eileen Elaine Eleanor Elena Elise Elisabeth Eliza Elizabeth Ella Ellen Elsa Emily Emma Erica
    Erika Erin Esther Eva Eve Evelyn Fatima Federica Fiona Flora Florence Frances Francesca
    Frauke Gabriela Gabrielle Gail Galina Genevieve Georgia Georgina Geraldine Gertrude Gillian
    Gina Ginger Giorgia Giulia Gladys Gloria Grace Greta Gretchen Hanna Hannah Harriet Hazel
    Heather Heidi Helen Helena Helene Hilary Hillary Holly Ida Imelda Indira Ines Inga Ingrid
    Irene Irina Iris Isabel Isabella Isabelle Ivana Ivanka Jacinda Jackie Jacqueline Jane Janet
    Janice Jasmine Jeanette Jeanne Jen Jenna Jennifer Jenny Jessica Jill Jo Joan Joanna Joanne
    Jocelyn Jodi Josephine Joy Joyce Juanita Judith Judy Julia Juliana Julie Juliet June Kaja
    Kamala Karen Karin Karine Karla Karolina Kate Katerina Katharina Katherine Kathleen Kathryn
    Kathy Katie Katja Katrina Katrin Katy Kayla Keiko Kelly Kerry Kimberly Kirsten Kirstjen
    Kristen Kristin Kristina Kristalina Kyrsten Larisa Laura Lauren Leah Leila Lena Leslie Leyla
    Lidia Lilian Liliana Lily Linda Lisa Liz Liza Lois Lorena Loretta Lori Lorraine Louise Lucia
    Lucille Lucy Lydia Lynn Madeleine Madison Maggie Magdalena Maia Malala Mandy Manuela Marcia
    Margaret Margarita Margrethe Maria María Mariam Marian Mariana Marianne Marie Marilyn Marina
    Marine Marion Marissa Marjorie Marlene Marta Martha Martina Mary Maryam Maureen Maxine Megan
    Meghan Melania Melanie Melinda Melissa Mercedes Meredith Mette Mia Michele Michelle Mila
    Mildred Millicent Miranda Miriam Molly Mona Monica Monika Monique Muriel Nadezhda Nadia
    Nadine Nancy Naomi Natalia Natalie Nataliya Natasha Nicky Nicole Nina Nora Norma Odile
    Oksana Olena Olga Olivia Olha Ophelia Pamela Paola Patricia Patty Paula Paulina Pauline
    Peggy Penelope Penny Petra Phyllis Polly Priti Priyanka Rachel Rania Rebecca Regina Renata
    Rhonda Rita Roberta Rosa Rosalind Rosanna Rose Rosemary Roxana Ruth Sabine Sally Samantha
    Sandra Sanna Sara Sarah Sasha Serena Shannon Sharon Sheila Shelley Sheryl Shirley Silvia
    Simone Sinead Sofia Sonia Sonja Sonya Sophia Sophie Stacey Stella Stephanie Sue Susan
    Susanne Suzanne Svetlana Svitlana Sviatlana Sylvia Sylvie Tamara Tammy Tanya Tara Tatiana
    Tatyana Teresa Tess Theresa Tiffany Tina Toni Tracy Trudy Tulsi Uma Ursula Valentina Valerie
    Vanessa Vera Verena Veronica Veronika Vicky Victoria Violet Virginia Viviane Wanda Wendy
    Whitney Wilma Winifred Yael Yasmin Yelena Yolanda Yulia Yvette Yvonne Zainab Zoe Zuzana
    Rachael Shelia Mara Mimi Lulu Lola Lupe Coco Iga Elina Aryna Kiki Simona Garbiñe Venus
    Steffi Billie Chrissie Hope Fran Ellie Tilly Poppy Imogen Eugenie Philippa Pippa Tamsin
    Saskia Femke Anneke Marijke Sanne Lotte Ingeborg Sigrid Solveig Linnea Annika Kajsa Malin
    Ebba Tarja Kaisa Riikka Evika Ingrida Dalia Jadwiga Malgorzata Małgorzata Ewa Elzbieta
    Elżbieta Kinga Zofia Alena Jana Lenka Marketa Katalin Judit Ilona Ágnes Viorica Raluca Ioana
    Biljana Jelena Jasna Kolinda Vesna Atifete Vjosa Eleni Ayelet Tzipi Limor Merav Orna Golda
    Hanan Rima Noor Nour Noura Layla Laila Lina Mai Maha Nawal Rana Reem Salma Samira Sana
    Shirin Soraya Yasmine Zahra Zeinab Aung Sheikh Mamata Indra Kiran Lakshmi Meena Meera Neha
    Nirmala Padma Pooja Pratibha Priya Radha Rani Rekha Shobha Smriti Sunita Sushma Swati
    Vasundhara Hina Asma Bushra Ngozi Chimamanda Winnie Graca Graça Nkosazana Wangari Folasade
    Adaeze Amara Efua Yaa Akosua Dilma Xiomara Violeta Rigoberta Marcela Ximena Consuelo
    Esperanza Guadalupe Inés Lourdes Luz Marisol Milagros Pilar Raquel Rocío Rocio Soledad Ada
    Adelaide Alexa Alma Amie Angelica Annabel Annabelle Anneliese Arianna Aubrey Ava Avery
    Belinda Bella Bernice Bertha Bessie Beulah Blair Blanche Bobbie Brandi Brandy Bree Brenna
    Brianna Bridgette Brooke Callie Candace Candice Candy Carmela Carly Cassie Cecile Celeste
    Celia Charity Chelsie Cherie Chrissy Christie Christy Clarissa Claudette Cleo Cora Coral
    Cordelia Corinne Dahlia Damaris Danica Darlene Davina Deanna Deb Deidre Delilah Della
    Delores Desiree Destiny Dina Dolly Dominique Dorothea Edna Effie Elaina Eloise Elvira Emilia
    Erma Ernestine Essie Estelle Ethel Etta Eugenia Eunice Evangeline Faith Fannie Fay Faye
    Felicia Felicity Fern Francine Freda Frieda Gayle Gemma Geneva Georgette Gerri Gia Glenda
    Glenna Goldie Gwen Gwendolyn Gwyneth Halle Hattie Hayley Hedwig Henrietta Hester Hortense
    Ilana Ilse Imani Imogene Iva Ivy Jada Janelle Janette Janie Janine Jayne Jeanie Jeannette
    Jeannie Jenifer Jeri Jerri Jodie Joni Josefina Josie Jovita Judi Julianna Julianne Justine
    Kaitlyn Kara Karyn Kasey Kathie Kathrin Kay Kaye Keisha Kellie Kelli Kendra Kendall Keri
    Kiera Kira Krista Kristi Kristie Kristy Krystal Kylie Lacey Lana LaToya Latoya Lara LaShawn
    Latasha Laverne Lavinia Lea Leanne Lee-Ann Leigh Lela Lenora Leona Leonora Leticia Libby
    Liesl Lilly Lindsay Lora Loraine Lorie Lottie Louisa Lucinda Luella Luisa Lula Lynda Lynette
    Lynne Mabel Mae Magda Mallory Mamie Marcy Margery Margie Margo Margot Mari Marianna Maribel
    Mariel Marietta Marilee Marisa Marla Marlena Marnie Marva Matilda Mattie Maude Maura Mavis
    May Maya Mayra Melba Melody Mercy Meryl Millie Mindy Minerva Minnie Mollie Moira Myra Myrna
    Myrtle Nadja Nan Nanette Natalya Nell Nellie Nettie Nichole Nikki Nita Noelle Noemi Nola
    Nona Noreen Octavia Olive Ora Paige Pam Pansy Patrice Patsy Patti Pattie Pearl Petula
    Philomena Portia Prudence Queenie Rachelle Ramona Reba Reese Rena Renee Renée Rhoda Robyn
    Rochelle Rosalie Rosalyn Rosanne Roseann Rosetta Rosie Roslyn Roxanne Ruby Ruthie Sabrina
    Sadie Sallie Savannah Scarlett Selena Selma Shana Shania Shari Sharlene Shauna Shawna Shelly
    Sheri Sherri Sherrie Sherry Sidney Sienna Skye Sondra Stacie Staci Suzan Suzette Sybil
    Tabitha Tamika Tania Tasha Taryn Thelma Therese Tia Tonya Toya Tricia Trina Trish Trisha
    Trista Twila Tyra Uta Velma Verna Vicki Vickie Viola Vivian Vivien Wilhelmina Willa Winona
    Xenia Zelda Zoey Zoë Addison Megyn Jessie Kaitlan Kellyanne Condoleezza Oprah Beyoncé
    Rihanna Niamh Siobhan Siobhán Aoife Saoirse Roisin Gráinne Orla Maeve Bridie Sinéad
    """
)

EITHER = wordlist(
    """
    Alex Alexis Andrea Ariel Ash Avery Billie Blake Bobbie Carey Cary Casey Charlie Chris Cruz
    Dominique Drew Frankie Gene Jackie Jamie Jan Jean Jess Jo Jody Jordan Kelly Kerry Kim Lee
    Leslie Lindsey Logan Lula Marion Michele Morgan Nicola Noor Nour Parker Pat Patrice Reese
    Riley Robin Rowan Sam Sasha Shannon Shelby Sidney Simone Stacy Taylor Theresa Toni Tracy
    Ward Noel Noam Jocelyn Joss Hilary Vivian Ezra Guadalupe Lupe Noa Aung Sheikh Ali Jaime Jade
    """
)
"""First names that tell nothing of their bearer's pronoun."""

SURNAMES_FIRST = wordlist(
    """
    Ban Cai Cao Chan Chang Chen Cheng Cho Choe Choi Chung Deng Ding Dong Du Fan Fang Feng Fu Gao
    Gu Guo Han He Hong Hou Hu Huang Hun Hwang Jang Jeong Jia Jiang Jin Jung Kang Kim Kong Kwon
    Lai Lam Lee Lei Li Liang Liao Lim Lin Liu Lu Luo Lü Ma Mao Meng Moon Nguyen Pan Park Peng
    Pham Phan Qian Qin Qiu Ri Ren Roh Ryu Seo Shao Shen Shi Shin Song Su Sun Tan Tang Tian Tran
    Tsai Tsang Wan Wang Wei Wen Won Wong Wu Xi Xia Xiao Xie Xu Xue Yan Yang Yao Ye Yeo Yi Yin
    Yoon Yu Yuan Zeng Zhang Zhao Zheng Zhong Zhou Zhu
    """
)
"""Family names that stand in front: Chinese, Korean, Vietnamese and Cambodian."""


def is_first_name(word: str) -> bool:
    """Whether a word, or the part of it before a hyphen, is a common first name."""
    if word in HE or word in SHE:
        return True
    front = word.split("-", maxsplit=1)[0]
    return front != word and (front in HE or front in SHE)
